import type { Op } from "../case.js";
import { authres } from "./authres.js";
import { bimiSvg } from "./bimi-svg.js";
import { arcVerify, dkimVerify } from "./dkim-verify.js";
import { dmarcCheck } from "./dmarc-check.js";
import { dnsDecode } from "./dns-decode.js";
import { enhancedStatus } from "./enhanced-status.js";
import { idnaPunycode, idnaToAscii } from "./idna.js";
import { psl } from "./psl.js";
import { record } from "./record.js";
import { spfCheck } from "./spf-check.js";
import { zone } from "./zone.js";

/** Every operation that is done, by its name in the cases; another one is answered as unsupported. */
export const ops: Readonly<Record<string, Op>> = {
  "arc.verify": arcVerify,
  authres,
  "bimi.svg": bimiSvg,
  "dkim.verify": dkimVerify,
  "dmarc.check": dmarcCheck,
  "dns.decode": dnsDecode,
  "enhanced-status": enhancedStatus,
  "idna.punycode": idnaPunycode,
  "idna.toascii": idnaToAscii,
  psl,
  record,
  "spf.check": spfCheck,
  zone,
};

import type { Op } from "../case.js";
import { dmarcCheck } from "./dmarc-check.js";
import { enhancedStatus } from "./enhanced-status.js";
import { record } from "./record.js";
import { spfCheck } from "./spf-check.js";

/** Every operation that is done, by its name in the cases; another one is answered as unsupported. */
export const ops: Readonly<Record<string, Op>> = {
  "dmarc.check": dmarcCheck,
  "enhanced-status": enhancedStatus,
  record,
  "spf.check": spfCheck,
};

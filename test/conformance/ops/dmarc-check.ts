import { domainToASCII } from "node:url";
import { dmarcWalk, type WalkedLevel } from "../../../src/facts/dmarc-walk.js";
import { type DmarcInput, evaluateDmarc } from "../../../src/facts/dmarc-evaluation.js";
import { NetError } from "../../../src/net/net.js";
import type { Op } from "../case.js";
import { type CaseRecords, evidenceOf, netOf } from "../records.js";

interface DmarcCase {
  records: CaseRecords;
  from: string;
  spf: DmarcInput["spf"];
  dkim: DmarcInput["dkim"];
}

/** DMARC for one message; a question that nobody answers is a temporary error (RFC 8601 §2.7.3). */
export const dmarcCheck: Op = async (input) => {
  const { records, from, spf, dkim } = input as unknown as DmarcCase;
  const evidence = evidenceOf(records);
  const net = netOf(records);
  const world = {
    async walk(domain: string): Promise<readonly WalkedLevel[]> {
      const known = await evidence.get(dmarcWalk, domain);
      if (known.state !== "known") throw new Error(known.reason);
      return known.value;
    },
    async exists(domain: string): Promise<boolean> {
      const { rcode, aliases } = await net.dns(domain, "A");
      return rcode !== "NXDOMAIN" || aliases.length > 0;
    },
  };
  const author = ascii(from.slice(from.lastIndexOf("@") + 1).replace(/[>\s]+$/, ""));
  const ofAscii = (found: DmarcInput["spf"] = []) =>
    found.map(({ result, domain }) => ({ result, domain: ascii(domain) }));
  try {
    return await evaluateDmarc({ author, spf: ofAscii(spf), dkim: ofAscii(dkim) }, world);
  } catch (error) {
    if (!(error instanceof NetError)) throw error;
    return {
      result: "temperror",
      policy: null,
      policyDomain: null,
      orgDomain: null,
      spfAligned: null,
      dkimAligned: null,
    };
  }
};

/** A-labels, in which DNS is asked and names are compared (RFC 9989 §5.3.1). */
const ascii = (domain: string): string => domainToASCII(domain) || domain;

import { domainToASCII } from "node:url";
import { type DmarcInput, evaluateDmarc } from "../../../src/facts/dmarc/evaluation.js";
import { NetError } from "../../../src/net/net.js";
import type { Op } from "../case.js";
import { type CaseRecords, netOf } from "../records.js";

interface DmarcCase {
  records: CaseRecords;
  from: string;
  spf: DmarcInput["spf"];
  dkim: DmarcInput["dkim"];
}

/** DMARC for one message; a question that nobody answers is a temporary error (RFC 8601 §2.7.3). */
export const dmarcCheck: Op = async (input) => {
  const { records, from, spf, dkim } = input as unknown as DmarcCase;
  const author = ascii(from.slice(from.lastIndexOf("@") + 1).replace(/[>\s]+$/, ""));
  const ofAscii = (found: DmarcInput["spf"] = []) =>
    found.map(({ result, domain }) => ({ result, domain: ascii(domain) }));
  try {
    return await evaluateDmarc({ author, spf: ofAscii(spf), dkim: ofAscii(dkim) }, netOf(records).dns);
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

import { checkHost } from "../../../src/facts/spf/evaluation.js";
import type { Op } from "../case.js";
import { type CaseRecords, netOf } from "../records.js";

interface SpfCase {
  ip: string;
  mailfrom?: string;
  helo?: string;
  records?: CaseRecords;
}

/** check_host(); an empty reverse-path stands for postmaster at the HELO name (RFC 7208 §2.4). */
export const spfCheck: Op = async (input) => {
  const { ip, mailfrom = "", helo = "", records = {} } = input as unknown as SpfCase;
  const sender = mailfrom || `postmaster@${helo}`;
  const { result, explanation } = await checkHost(
    { ip, domain: sender.slice(sender.lastIndexOf("@") + 1), sender, helo },
    netOf(records),
  );
  return { result, ...(result === "fail" && { explanation: explanation ?? "DEFAULT" }) };
};

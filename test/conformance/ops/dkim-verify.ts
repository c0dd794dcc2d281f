import { verifySignatures } from "../../../src/facts/dnssec/signature-verification.js";
import { onTheWire } from "../../../src/syntax/message.js";
import type { Op } from "../case.js";
import { type CaseRecords, netOf } from "../records.js";

interface SignedCase {
  message: string;
  records?: CaseRecords;
}

const verify = (input: unknown) => {
  const { message, records = {} } = input as SignedCase;
  return verifySignatures(onTheWire(message), { dns: netOf(records).dns, at: new Date() });
};

/** One that passes is enough; else what came of the first, and `none` without any (RFC 8601 §2.7.1). */
export const dkimVerify: Op = async (input) => {
  const results = (await verify(input)).dkim.map(({ result }) => result);
  return results.includes("pass") ? "pass" : (results[0] ?? "none");
};

/** The state of the chain (RFC 8617 §5.2). */
export const arcVerify: Op = async (input) => (await verify(input)).arc.result;

import { defineFact, isAbsent } from "../../fact.js";
import { signedZone } from "./signing.js";

/** How a signed zone hashes the names in its proofs of absence (RFC 5155 §4); null where it does not say, as with NSEC. */
export const hashedDenial = defineFact({
  id: "hashed-denial",
  of: "domain",
  async gather(name, { ask, dns }) {
    const found = await ask(signedZone, name);
    if (isAbsent(found)) return found;
    const answer = await dns(found.apex, "NSEC3PARAM", { cd: true });
    const hashing = answer.records.find(({ data }) => data.flags === 0)?.data ?? null; // RFC 5155 §4.1.2
    return { apex: found.apex, answer, hashing };
  },
});

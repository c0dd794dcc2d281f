import { absent, defineFact, isAbsent } from "../fact.js";
import { issuedCertificate } from "./certificate.js";
import { at } from "./smtp-session.js";

/** Where the chain of an issued certificate leads; absent where the host leaves out a part of it. */
export const trust = defineFact({
  id: "trust",
  of: "address",
  reaches: "smtp",
  deadline: issuedCertificate.deadline!,
  async gather(of, { ask }) {
    const issued = await ask(issuedCertificate, of);
    if (isAbsent(issued)) return issued;
    const { host, ip, chain, trust: found } = issued;
    if (!found.ok && found.problem === "incomplete") return absent(`${at(of)} does not send the whole chain`);
    return { host, ip, chain, ...found };
  },
});

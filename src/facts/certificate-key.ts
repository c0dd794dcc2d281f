import { defineFact, isAbsent } from "../fact.js";
import { NetError } from "../net/net.js";
import { certificate } from "./certificate.js";
import { at } from "./smtp-session.js";

/** The public key in a mail host's certificate; not known where it is of a kind that nothing here can read. */
export const certificateKey = defineFact({
  id: "certificate-key",
  of: "address",
  reaches: "smtp",
  deadline: certificate.deadline!,
  async gather(of, { ask }) {
    const shown = await ask(certificate, of);
    if (isAbsent(shown)) return shown;
    const { host, ip, chain, leaf } = shown;
    if (leaf.key.type === "unknown") throw new NetError("malformed", `the key of ${at(of)} cannot be read`);
    return { host, ip, chain, ...leaf.key };
  },
});

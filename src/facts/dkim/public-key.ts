import { absent, defineFact, isAbsent } from "../../fact.js";
import { dkimKey } from "./key.js";

/** The public key of a selector. */
export const dkimPublicKey = defineFact({
  id: "dkim-public-key",
  of: "selector",
  async gather(name, { ask }) {
    const found = await ask(dkimKey, name);
    if (isAbsent(found)) return found;
    const { answer, key } = found;
    return key.ok ? { answer, ...key.key } : absent(`the key at ${name} cannot be read`);
  },
});

import { bounds } from "../../bounds.js";
import { publishedKeys } from "../../data/published-keys.js";
import { defineFact, isAbsent } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { rsaNumbers } from "../../syntax/public-key.js";
import { rsaWeaknesses } from "../../syntax/rsa-weakness.js";
import { dkimPublicKey } from "./public-key.js";

/** What shows in a selector's key that others may have or find its private half. */
export const dkimWeaknesses = defineFact({
  id: "dkim-weaknesses",
  of: "selector",
  async gather(name, { ask }) {
    const found = await ask(dkimPublicKey, name);
    if (isAbsent(found)) return found;
    const { answer, bits, type, spki } = found;
    const known = { answer, type, publishedIn: Object.hasOwn(publishedKeys, spki) ? publishedKeys[spki]! : null };
    const numbers = rsaNumbers(found);
    if (!numbers) return { ...known, exponent: null, weaknesses: [] };
    const { modulus, exponent } = numbers;
    const most = bounds.dkim.modulus;
    if (bits > most || exponent >> BigInt(most) > 0n)
      throw new NetError("limit", `the key at ${name} has more than ${most} bits, which is more than is looked at`);
    return { ...known, exponent: String(exponent), weaknesses: rsaWeaknesses(modulus, exponent, bounds.dkim) };
  },
});

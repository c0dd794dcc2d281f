import { bounds } from "../bounds.js";
import { absent, defineFact, isAbsent } from "../fact.js";
import { NetError } from "../net/net.js";
import { rsaNumbers } from "../syntax/public-key.js";
import { rsaWeaknesses } from "../syntax/rsa-weakness.js";
import { dkimPublicKey } from "./dkim-public-key.js";

/** What shows in a selector's RSA key that it is weak. */
export const dkimWeaknesses = defineFact({
  id: "dkim-weaknesses",
  of: "selector",
  async gather(name, { ask }) {
    const found = await ask(dkimPublicKey, name);
    if (isAbsent(found)) return found;
    const { answer, bits } = found;
    const numbers = rsaNumbers(found);
    if (!numbers) return absent(`the key at ${name} is no RSA key`);
    const { modulus, exponent } = numbers;
    const most = bounds.dkim.modulus;
    if (bits > most || exponent >> BigInt(most) > 0n)
      throw new NetError("limit", `the key at ${name} has more than ${most} bits, which is more than is looked at`);
    return { answer, exponent: String(exponent), weaknesses: rsaWeaknesses(modulus, exponent, bounds.dkim) };
  },
});

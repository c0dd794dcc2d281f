import { defineFact, isAbsent } from "../../fact.js";
import { postfixSeen } from "./seen.js";

/** Lists of ciphers that main.cf sets in place of those of Postfix. */
export const postfixCipherLists = defineFact({
  id: "postfix-cipher-lists",
  of: "postfix",
  reaches: "file",
  async gather(of, { ask }) {
    const seen = await ask(postfixSeen, of);
    if (isAbsent(seen)) return seen;
    return {
      settings: seen.settings
        .filter(({ name, value }) => /^tls_(?:high|medium|low)_cipherlist$/.test(name) && value !== "")
        .map(({ name, value }) => ({ name, value })),
    };
  },
});

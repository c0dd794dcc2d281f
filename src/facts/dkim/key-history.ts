import { defineFact, isAbsent } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { dkimPublicKey } from "./public-key.js";

/** Since when the key of a selector has been seen there. */
export const dkimKeyHistory = defineFact({
  id: "dkim-key-history",
  of: "selector",
  async gather(name, { ask, here: { history } }) {
    const found = await ask(dkimPublicKey, name);
    if (isAbsent(found)) return found;
    if (!history)
      throw new NetError("history", `no history is kept, and DNS does not tell since when the key is at ${name}`);
    const firstSeen = await history.keyFirstSeen(name, found.spki);
    if (firstSeen === undefined) throw new NetError("history", `no earlier run saw the key at ${name}`);
    return { answer: found.answer, firstSeen };
  },
});

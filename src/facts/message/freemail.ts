import { freemail } from "../../data/freemail.js";
import { defineFact, isAbsent } from "../../fact.js";
import { messageAuthor } from "./author.js";
import { messageDmarc } from "./dmarc.js";

/** Whether the author's address is one that a mailbox provider gives out, and if so, whether the provider sent it. */
export const messageFreemail = defineFact({
  id: "message-freemail",
  of: "message",
  async gather(of, { ask }) {
    const author = await ask(messageAuthor, of);
    if (isAbsent(author)) return author;
    const { domain } = author;
    const provider = Object.hasOwn(freemail, domain) ? freemail[domain]! : null;
    if (provider === null) return { domain, provider, theirs: null };
    const dmarc = await ask(messageDmarc, of);
    return isAbsent(dmarc)
      ? dmarc
      : { domain, provider, theirs: dmarc.spfAligned === true || dmarc.dkimAligned === true };
  },
});

import { absent, defineFact, isAbsent } from "../../fact.js";
import { parseDkimSignature } from "../../syntax/dkim-signature.js";
import { isHostName, isWithin } from "../../syntax/domain-name.js";
import { unfolded } from "../../syntax/message.js";
import { message } from "./message.js";
import { messageAuthor } from "./author.js";

/** The selectors that a message is signed with by its author's domain, one above or one below it. */
export const messageSelectors = defineFact({
  id: "message-selectors",
  of: "message",
  reaches: "file",
  async gather(of, { ask }) {
    const [letter, author] = await Promise.all([ask(message, of), ask(messageAuthor, of)]);
    if (isAbsent(letter)) return letter;
    if (isAbsent(author)) return author;
    const fields = letter.fields.filter(({ key }) => key === "dkim-signature");
    const names = new Map<string, { name: string; domain: string; selector: string }>();
    for (const { domain, selector } of fields.map((field) => parseDkimSignature(unfolded(field)))) {
      if (
        !isHostName(domain) ||
        !domain.includes(".") ||
        selector === "" ||
        !selector.split(".").every((label) => /^[a-z0-9_-]{1,63}$/.test(label))
      )
        continue;
      if (!isWithin(author.domain, domain) && !isWithin(domain, author.domain)) continue;
      const name = `${selector}._domainkey.${domain}`;
      names.set(name, { name, domain, selector });
    }
    if (names.size === 0) return absent(`no signature of ${author.domain} is on the message`);
    const found = [...names.values()];
    const ofDomain = (domain: string): string[] =>
      found.filter((one) => one.domain === domain).map(({ selector }) => selector);
    return found.map((one) => ({ ...one, selectors: ofDomain(one.domain) }));
  },
});

import { absent, defineFact } from "../../fact.js";
import { looksLikeDkim, parseDkimRecord } from "../../syntax/dkim-key.js";
import { joined } from "../../syntax/record.js";

/**
 * The TXT records of a selector, and those among them that are meant as keys, also where there are none. Absent where an
 * alias leads nowhere: then the fault is the alias.
 */
export const dkimAnswer = defineFact({
  id: "dkim-answer",
  of: "selector",
  async gather(name, { dns }) {
    const answer = await dns(name, "TXT");
    const texts = answer.records.map(({ data }) => joined(data));
    if (texts.length === 0 && answer.aliases.length > 0)
      return absent(`${name} is an alias of ${answer.aliases.at(-1)}, which holds no key`);
    return { answer, texts, records: texts.filter(looksLikeDkim).map(parseDkimRecord) };
  },
});

import { defineFact } from "../fact.js";
import { looksLikeDkim, parseDkimRecord } from "../syntax/dkim-key.js";
import { joined } from "../syntax/record.js";
import { deniesAll } from "../syntax/spf.js";
import { unlikelyLabel } from "./unlikely-label.js";

/**
 * The text that a domain answers with at names that nobody made, be it by a wildcard (RFC 4592) or by a server that makes
 * it up. `denying` where all that it says is that there is no mail, as domains without mail are advised to publish.
 */
export const wildcardTexts = defineFact({
  id: "wildcard-texts",
  of: "domain",
  async gather(name, { dns }) {
    const names = [
      `${unlikelyLabel}.${name}`,
      `_dmarc.${unlikelyLabel}.${name}`,
      `${unlikelyLabel}._domainkey.${name}`,
    ];
    const all = await Promise.all(names.map((one) => dns(one, "TXT")));
    const answers = all.filter(({ records }) => records.length > 0);
    const texts = answers.flatMap(({ records }) => records.map(({ data }) => joined(data)));
    return { answers, texts: [...new Set(texts)], denying: texts.every(denies) };
  },
});

const denies = (text: string): boolean =>
  deniesAll(text) ||
  /^v=DMARC1\s*;\s*p\s*=\s*reject\s*(?:;|$)/.test(text) ||
  (looksLikeDkim(text) && parseDkimRecord(text).data === "");

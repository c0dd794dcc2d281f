import { absent, defineFact } from "../../fact.js";
import { isDmarc, looksLikeDmarc } from "../../syntax/dmarc.js";
import { joined } from "../../syntax/record.js";
import { isSpf } from "../../syntax/spf.js";

/** The texts at the place of the DMARC record, and which of them have nothing to do with DMARC (RFC 9989 §4.10). */
export const dmarcTexts = defineFact({
  id: "dmarc-texts",
  of: "domain",
  async gather(name, { dns }) {
    const answer = await dns(`_dmarc.${name}`, "TXT");
    const texts = answer.records.map(({ data }) => joined(data));
    if (texts.length === 0) return absent(`no text at _dmarc.${name}`);
    const others = texts.filter((text) => !isDmarc(text) && !looksLikeDmarc(text));
    return { answer, spf: others.filter(isSpf), unrelated: others.filter((text) => !isSpf(text)) };
  },
});

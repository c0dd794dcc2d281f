import { absent, defineFact } from "../../fact.js";
import { isDmarc, looksLikeDmarc, parseDmarc } from "../../syntax/dmarc.js";
import { joined } from "../../syntax/record.js";

/** The DMARC records at a domain, and texts that were meant as such but count for nothing (RFC 9989 §4.7, v). */
export const dmarcCandidates = defineFact({
  id: "dmarc-candidates",
  of: "domain",
  async gather(name, { dns }) {
    const answer = await dns(`_dmarc.${name}`, "TXT");
    const texts = answer.records.map(({ data }) => joined(data));
    const records = texts.filter(isDmarc).map((text) => parseDmarc(text)!);
    const strays = texts.filter(looksLikeDmarc);
    if (records.length + strays.length === 0) return absent(`no DMARC record at _dmarc.${name}`);
    return { answer, records, strays };
  },
});

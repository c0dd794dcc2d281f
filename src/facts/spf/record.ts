import { defineFact } from "../../fact.js";
import { joined } from "../../syntax/record.js";
import { isSpf } from "../../syntax/spf.js";

/** The TXT records of a domain, and those among them that are SPF: `v=spf1` alone or followed by a blank (RFC 7208 §4.5). */
export const spfRecord = defineFact({
  id: "spf-record",
  of: "domain",
  async gather(name, { dns }) {
    const answer = await dns(name, "TXT");
    const texts = answer.records.map(({ data }) => joined(data));
    return { answer, texts, records: texts.filter(isSpf) };
  },
});

import { defineFact } from "../../fact.js";
import { joined } from "../../syntax/record.js";

/** Records of the type SPF, number 99, which no receiver asks for any more (RFC 7208 §3.1). */
export const spfType99 = defineFact({
  id: "spf-type99",
  of: "domain",
  async gather(name, { dns }) {
    const answer = await dns(name, "SPF");
    return { answer, texts: answer.records.map(({ data }) => joined(data)) };
  },
});

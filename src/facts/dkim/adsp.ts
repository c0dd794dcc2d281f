import { defineFact } from "../../fact.js";
import { joined } from "../../syntax/record.js";

/** Records of Author Domain Signing Practices (RFC 5617), which nobody asks for since 2013. */
export const adsp = defineFact({
  id: "adsp",
  of: "domain",
  async gather(name, { dns }) {
    const answer = await dns(`_adsp._domainkey.${name}`, "TXT");
    const texts = answer.records.map(({ data }) => joined(data)).filter((text) => /^\s*dkim\s*=/i.test(text));
    return { answer, texts };
  },
});

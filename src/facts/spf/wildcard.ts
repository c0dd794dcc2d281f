import { defineFact } from "../../fact.js";
import { joined } from "../../syntax/record.js";
import { isSpf } from "../../syntax/spf.js";

/** The SPF records that a wildcard gives every name below a domain that does not exist (RFC 4592 §2.3). */
export const wildcardSpf = defineFact({
  id: "wildcard-spf",
  of: "domain",
  async gather(domain, { dns }) {
    const answer = await dns(`*.${domain}`, "TXT");
    return { answer, records: answer.records.map(({ data }) => joined(data)).filter(isSpf) };
  },
});

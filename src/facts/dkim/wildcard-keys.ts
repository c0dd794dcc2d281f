import { defineFact } from "../../fact.js";
import { looksLikeDkim, parseDkimRecord } from "../../syntax/dkim-key.js";
import { joined } from "../../syntax/record.js";

/** The DKIM keys that a wildcard gives for every selector of a domain, also where there is none. */
export const wildcardKeys = defineFact({
  id: "wildcard-keys",
  of: "domain",
  async gather(name, { dns }) {
    const answer = await dns(`*._domainkey.${name}`, "TXT");
    const keys = answer.records.map(({ data }) => joined(data)).filter(looksLikeDkim);
    return { answer, keys, revoked: keys.length > 0 && keys.every((key) => parseDkimRecord(key).data === "") };
  },
});

import { absent, defineFact, isAbsent } from "../../fact.js";
import { countLookups } from "./tree.js";
import { spfPublished } from "./published.js";
import { walkSpf } from "./walk.js";

/**
 * The SPF record of a domain and everything it leads to. What could not be learnt below it is a part of the tree; the
 * facts that rest on this one tell whether that matters to them.
 */
export const spf = defineFact({
  id: "spf",
  of: "domain",
  async gather(domain, tools) {
    const published = await tools.ask(spfPublished, domain);
    if (isAbsent(published)) return published;
    const { records, answer } = published;
    const [record, ...others] = records;
    if (record === undefined || others.length > 0) {
      return absent(`${domain} publishes ${records.length} SPF records; receivers use none of them`); // RFC 7208 §4.5
    }
    const root = await walkSpf(domain, record, tools);
    return { domain, record, answer, root, lookups: countLookups(root) };
  },
});

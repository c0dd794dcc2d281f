import { absent, defineFact, isAbsent } from "../../fact.js";
import { joined } from "../../syntax/record.js";
import { isSpf } from "../../syntax/spf.js";
import { mergeSpf } from "../../syntax/spf-merge.js";
import { spfRecord } from "./record.js";

/** The SPF records of a domain that has any; one is right. */
export const spfPublished = defineFact({
  id: "spf-published",
  of: "domain",
  async gather(domain, { ask }) {
    const found = await ask(spfRecord, domain);
    if (isAbsent(found) || found.records.length === 0) return absent(`${domain} publishes no SPF record`);
    const { answer, records } = found;
    const merged = records.length > 1 ? mergeSpf(records) : undefined;
    return {
      records,
      answer: { ...answer, records: answer.records.filter(({ data }) => isSpf(joined(data))) },
      /** One record that allows what they allow together, where there is one. */
      ...(merged !== undefined && { merged }),
    };
  },
});

import { absent, defineFact, isAbsent } from "../../fact.js";
import { joined } from "../../syntax/record.js";
import { isSpf } from "../../syntax/spf.js";
import { spfRecord } from "./record.js";

/** Where a record is put that is meant for the domain above. */
const places = ["_spf", "spf", "www"];

/** SPF records one label below a domain that has none itself, where no receiver looks for its policy. */
export const misplacedSpf = defineFact({
  id: "misplaced-spf",
  of: "domain",
  async gather(domain, { ask, dns }) {
    const found = await ask(spfRecord, domain);
    if (isAbsent(found)) return found;
    if (found.records.length > 0) return absent(`${domain} has an SPF record itself`);
    const answers = await Promise.all(places.map((place) => dns(`${place}.${domain}`, "TXT")));
    return answers.flatMap((answer) => {
      const record = answer.records.map(({ data }) => joined(data)).find(isSpf);
      return record === undefined ? [] : [{ name: answer.name, record, answer }];
    });
  },
});

import { absent, defineFact, isAbsent } from "../../fact.js";
import { looksLikeSts, parseStsRecord } from "../../syntax/mta-sts.js";
import { joined } from "../../syntax/record.js";

/** The TXT records at `_mta-sts` below a domain: those that count (RFC 8461 §3.1), and those only meant to. */
export const mtaStsAnswer = defineFact({
  id: "mta-sts-answer",
  of: "domain",
  async gather(name, { dns }) {
    const answer = await dns(`_mta-sts.${name}`, "TXT");
    const texts = answer.records.map(({ data }) => joined(data));
    const records = texts.filter((text) => parseStsRecord(text) !== null);
    return { answer, records, strays: texts.filter(looksLikeSts) };
  },
});

/** The MTA-STS records of a domain that has any; one is right. */
export const mtaStsRecords = defineFact({
  id: "mta-sts-records",
  of: "domain",
  async gather(name, { ask }) {
    const found = await ask(mtaStsAnswer, name);
    if (isAbsent(found)) return found;
    const { answer, records } = found;
    return records.length > 0 ? { answer, records } : absent(`${name} publishes no MTA-STS record`);
  },
});

/** The one MTA-STS record of a domain; with several, senders assume none (RFC 8461 §3.1). */
export const mtaStsRecord = defineFact({
  id: "mta-sts-record",
  of: "domain",
  async gather(name, { ask }) {
    const found = await ask(mtaStsRecords, name);
    if (isAbsent(found)) return found;
    const [text, ...others] = found.records;
    if (others.length > 0) return absent(`${found.records.length} MTA-STS records at _mta-sts.${name}, so none counts`);
    return { answer: found.answer, text: text!, record: parseStsRecord(text!)! };
  },
});

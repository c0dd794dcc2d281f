import { absent, defineFact, isAbsent } from "../../fact.js";
import { joined } from "../../syntax/record.js";
import { looksLikeTlsReport, parseTlsReportRecord } from "../../syntax/tls-rpt.js";

/** The TXT records at `_smtp._tls` below a domain: those that count (RFC 8460 §3), and those only meant to. */
export const tlsReportAnswer = defineFact({
  id: "tls-report-answer",
  of: "domain",
  async gather(name, { dns }) {
    const answer = await dns(`_smtp._tls.${name}`, "TXT");
    const texts = answer.records.map(({ data }) => joined(data));
    const records = texts.filter((text) => parseTlsReportRecord(text) !== null);
    return { answer, records, strays: texts.filter(looksLikeTlsReport) };
  },
});

/** The TLS reporting records of a domain that has any; one is right. */
export const tlsReportRecords = defineFact({
  id: "tls-report-records",
  of: "domain",
  async gather(name, { ask }) {
    const found = await ask(tlsReportAnswer, name);
    if (isAbsent(found)) return found;
    const { answer, records } = found;
    return records.length > 0 ? { answer, records } : absent(`${name} publishes no TLS reporting record`);
  },
});

/** The one TLS reporting record of a domain; with several, none counts (RFC 8460 §3). */
export const tlsReportRecord = defineFact({
  id: "tls-report-record",
  of: "domain",
  async gather(name, { ask }) {
    const found = await ask(tlsReportRecords, name);
    if (isAbsent(found)) return found;
    const [text, ...others] = found.records;
    if (others.length > 0)
      return absent(`${found.records.length} TLS reporting records at _smtp._tls.${name}, so none counts`);
    return { answer: found.answer, text: text!, record: parseTlsReportRecord(text!)! };
  },
});

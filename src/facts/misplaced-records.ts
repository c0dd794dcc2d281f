import { defineFact, isAbsent } from "../fact.js";
import { looksLikeSts, parseStsRecord } from "../syntax/mta-sts.js";
import { joined } from "../syntax/record.js";
import { looksLikeTlsReport, parseTlsReportRecord } from "../syntax/tls-rpt.js";
import { spfRecord } from "./spf/record.js";

/** MTA-STS records that stand at the domain itself, where nobody looks for them. */
export const misplacedSts = defineFact({
  id: "misplaced-sts",
  of: "domain",
  async gather(name, { ask }) {
    const found = await ask(spfRecord, name);
    if (isAbsent(found)) return found;
    const { answer, texts } = found;
    return { answers: [answer], texts: texts.filter((text) => parseStsRecord(text) ?? looksLikeSts(text)) };
  },
});

/** TLS reporting records at the domain itself, or at the `_smtp-tls` of early drafts. */
export const misplacedTlsReport = defineFact({
  id: "misplaced-tls-report",
  of: "domain",
  async gather(name, { ask, dns }) {
    const [found, old] = await Promise.all([ask(spfRecord, name), dns(`_smtp-tls.${name}`, "TXT")]);
    if (isAbsent(found)) return found;
    const texts = [...found.texts, ...old.records.map(({ data }) => joined(data))];
    const misplaced = texts.filter((text) => parseTlsReportRecord(text) ?? looksLikeTlsReport(text));
    return { answers: [found.answer, old], texts: misplaced };
  },
});

import { defineCheck, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "tls-rpt/record-single",
  on: "domain",
  title: "The domain has one TLS reporting record",
  why: "Senders that find several records act as if there were none, and report to nobody.",
  fix: "Name all addresses for reports in one record, parted by commas.",
  refs: ["RFC 8460 §3"],
  role: "receives",
  needs: { reports: facts.tlsReportRecords },
  verdicts: {
    single: pass("one TLS reporting record"),
    several: fail("{count} TLS reporting records; senders act as if there were none"),
  },
  judge({ reports }, say) {
    const evidence = records(reports.answer);
    const count = reports.records.length;
    return count === 1 ? say.single({}, evidence) : say.several({ count }, evidence, { to: reports.records[0]! });
  },
});

import { defineCheck, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "tls-rpt/syntax",
  on: "domain",
  title: "The TLS reporting record is well-formed",
  why: "A record that names no address senders can report to brings no reports.",
  fix: "Write the record as `v=TLSRPTv1; rua=mailto:…` or with an https: address.",
  refs: ["RFC 8460 §3"],
  role: "receives",
  needs: { reports: facts.tlsReportRecord },
  verdicts: {
    good: pass("reports go to {addresses}"),
    dropped: warn("{faults}; senders skip that"),
    broken: fail("{faults}; nothing is left to report to"),
  },
  judge({ reports: { answer, text, record } }, say, { subject: { domain } }) {
    const evidence = records(answer);
    const addresses = record.rua.map(({ uri }) => uri);
    if (record.faults.length === 0) return say.good({ addresses }, evidence);
    const faults = record.faults.map(({ message }) => message).join("; ");
    const kept = addresses.length > 0 ? addresses : [`mailto:tls-reports@${domain}`];
    const fix = { from: text, to: `v=TLSRPTv1; rua=${kept.join(",")}` };
    return addresses.length > 0 ? say.dropped({ faults }, evidence, fix) : say.broken({ faults }, evidence, fix);
  },
});

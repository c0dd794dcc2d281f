import { defineCheck, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "tls-rpt/present",
  on: "domain",
  title: "The domain asks for reports on TLS where it asks for verified TLS",
  why: "Where senders must verify, mail they hold back is missed first by those who wait for it; reports tell the owner.",
  fix: "Publish a TLS reporting record at _smtp._tls below the domain.",
  refs: ["RFC 8460 §3"],
  role: "receives",
  needs: { reports: facts.tlsReportNeed },
  verdicts: {
    present: pass("{record}"),
    unneeded: pass("no reports are asked for; neither MTA-STS nor DANE is in use"),
    none: warn("{policies} without reports; nobody tells the owner when senders cannot verify the mail hosts"),
    stray: fail("{record} does not begin with v=TLSRPTv1; senders discard it"),
  },
  judge({ reports }, say, { subject: { domain } }) {
    const evidence = records(reports.answer);
    const fix = { text: `Publish it at _smtp._tls.${domain}.`, to: `v=TLSRPTv1; rua=mailto:tls-reports@${domain}` };
    const [record] = reports.records;
    if (record !== undefined) return say.present({ record }, evidence);
    const [stray] = reports.strays;
    if (stray !== undefined) return say.stray({ record: stray }, evidence, { ...fix, from: stray });
    return reports.policies.length === 0
      ? say.unneeded({}, evidence)
      : say.none({ policies: reports.policies.join(" and ") }, evidence, fix);
  },
});

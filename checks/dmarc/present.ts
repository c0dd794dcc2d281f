import { defineCheck, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dmarc/present",
  on: "domain",
  title: "A DMARC record applies to the domain",
  why: "Without DMARC anybody can write the domain into the From field, and Gmail, Yahoo and Outlook turn bulk mail away.",
  fix: "Publish a DMARC record at _dmarc below the domain.",
  refs: ["RFC 9989 §4.10.1", "Google sender guidelines"],
  needs: { dmarc: facts.dmarc },
  verdicts: {
    present: pass("{record}"),
    inherited: pass("{record}, from {from}"),
    none: fail("no DMARC record, nor one above that applies; large receivers turn bulk mail away"),
    open: warn("no DMARC record; mail forged in its name is taken as any other"),
  },
  judge({ dmarc }, say, { subject, roles }) {
    const { record, answer, tree } = dmarc;
    const evidence = [...(answer ? [records(answer)] : []), tree];
    if (record && dmarc.inherited) return say.inherited({ record: record.text, from: dmarc.domain! }, evidence);
    if (record) return say.present({ record: record.text }, evidence);
    const at = `_dmarc.${subject.domain}`;
    if (roles.includes("parked"))
      return say.open({}, evidence, { to: "v=DMARC1; p=reject", text: `Publish it at ${at}.` });
    const none = roles.includes("sends") ? say.none : say.open;
    return none({}, evidence, {
      to: `v=DMARC1; p=none; rua=mailto:dmarc-reports@${subject.domain}`,
      text: `Publish it at ${at}, read the reports, then ask for quarantine.`,
    });
  },
});

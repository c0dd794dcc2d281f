import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dmarc/rua-external-auth",
  on: "domain",
  title: "Hosts outside the domain agree to take its reports",
  why: "Receivers send no report to another organization that has not agreed to it in DNS.",
  fix: "Have the report host publish `v=DMARC1` at the name that is shown, or send reports to a mailbox of the domain.",
  refs: ["RFC 9990 §4"],
  needs: { consents: facts.dmarcReportConsent },
  verdicts: {
    agreed: pass("{hosts} agreed"),
    missing: warn("{hosts} did not agree; receivers send no report there"),
  },
  judge({ consents }, say) {
    const evidence = consents.flatMap(({ answer }) => (answer ? [records(answer)] : []));
    const lacking = consents.filter(({ consents }) => !consents);
    if (lacking.length === 0) return say.agreed({ hosts: consents.map(({ host }) => host) }, evidence);
    return say.missing({ hosts: lacking.map(({ host }) => host) }, evidence, {
      text: `The report host publishes this at ${lacking[0]!.name}.`,
      to: "v=DMARC1",
    });
  },
});

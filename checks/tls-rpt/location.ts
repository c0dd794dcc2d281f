import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "tls-rpt/location",
  on: "domain",
  title: "No TLS reporting record stands where nobody looks",
  why: "Senders look for the record at _smtp._tls below the domain, and nowhere else.",
  fix: "Move the record to _smtp._tls below the domain.",
  refs: ["RFC 8460 §3"],
  role: "receives",
  needs: { misplaced: facts.misplacedTlsReport },
  verdicts: {
    apart: pass("none at the domain itself, nor at _smtp-tls"),
    elsewhere: warn("{record} stands where no sender looks"),
  },
  judge({ misplaced: { answers, texts } }, say, { subject: { domain } }) {
    const evidence = answers.map(records);
    const [record] = texts;
    if (record === undefined) return say.apart({}, evidence);
    return say.elsewhere({ record }, evidence, { text: `Publish it at _smtp._tls.${domain}.`, to: record });
  },
});

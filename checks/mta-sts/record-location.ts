import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "mta-sts/record-location",
  on: "domain",
  title: "No MTA-STS record stands at the domain itself",
  why: "Senders look for the record at _mta-sts below the domain, and nowhere else.",
  fix: "Move the record to _mta-sts below the domain.",
  refs: ["RFC 8461 §3.1"],
  role: "receives",
  needs: { misplaced: facts.misplacedSts },
  verdicts: {
    apart: pass("none at the domain itself"),
    apex: warn("{record} stands at the domain itself; no sender looks there"),
  },
  judge({ misplaced: { answers, texts } }, say, { subject: { domain } }) {
    const evidence = answers.map(records);
    const [record] = texts;
    if (record === undefined) return say.apart({}, evidence);
    return say.apex({ record }, evidence, { text: `Publish it at _mta-sts.${domain}.`, to: record });
  },
});

import { defineCheck, editDmarc, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dmarc/test-mode",
  on: "domain",
  title: "The DMARC policy is meant, not tested",
  why: "While a policy is marked as a test, receivers apply the next milder one.",
  fix: "Take out `t=y` once the reports show that all own mail passes.",
  refs: ["RFC 9989 §4.7"],
  needs: { dmarc: facts.dmarcPolicy },
  verdicts: {
    meant: pass("no t=y"),
    idle: pass("t=y, which changes nothing under a policy of none"),
    testing: warn(
      "t=y; receivers apply {applied} where the record says {asked}, and older ones, which do not know t, apply {asked}",
    ),
  },
  judge({ dmarc: { asked, applied, record, answer } }, say) {
    const evidence = records(answer);
    if (record.t === "n") return say.meant({}, evidence);
    if (asked === "none") return say.idle({}, evidence);
    return say.testing({ asked, applied }, evidence, { from: record.text, to: editDmarc(record.tags, { t: null }) });
  },
});

import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "mta-sts/with-null-mx",
  on: "domain",
  title: "MTA-STS stands only where mail is taken",
  why: "A domain that says it takes no mail has nothing to protect, and a policy for it is one more thing to keep up.",
  fix: "Delete the MTA-STS record, or the null MX if mail is to be taken.",
  refs: ["RFC 7505 §3", "RFC 8461 §3"],
  needs: { sts: facts.mtaStsRecords, mx: facts.mx },
  verdicts: {
    apt: pass("no null MX beside it"),
    idle: warn("an MTA-STS record beside a null MX; there is no mail to protect"),
  },
  judge({ sts, mx }, say) {
    const evidence = [records(sts.answer), records(mx.answer)];
    return mx.null ? say.idle({}, evidence, { from: sts.records[0]! }) : say.apt({}, evidence);
  },
});

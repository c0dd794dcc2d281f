import { defineCheck, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "mta-sts/record-single",
  on: "domain",
  title: "The domain has one MTA-STS record",
  why: "Senders that find several records act as if there were none, so nothing protects the mail.",
  fix: "Keep the record of the newest policy and delete the others.",
  refs: ["RFC 8461 §3.1"],
  role: "receives",
  needs: { sts: facts.mtaStsRecords },
  verdicts: {
    single: pass("one MTA-STS record"),
    several: fail("{count} MTA-STS records; senders act as if there were none"),
  },
  judge({ sts }, say) {
    const evidence = records(sts.answer);
    const count = sts.records.length;
    return count === 1 ? say.single({}, evidence) : say.several({ count }, evidence, { to: sts.records[0]! });
  },
});

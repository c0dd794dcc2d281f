import { defineCheck, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "spf/single-record",
  on: "domain",
  title: "The domain publishes one SPF record and no more",
  why: "Receivers that find two records use neither, so SPF fails for every message.",
  fix: "Merge the records into one and delete the others.",
  refs: ["RFC 7208 §4.5", "RFC 7208 §3.2"],
  needs: { spf: facts.spfPublished },
  verdicts: {
    single: pass("one record"),
    several: fail("{count} SPF records; receivers treat that as an error and use none"),
  },
  judge({ spf }, say) {
    const count = spf.records.length;
    if (count === 1) return say.single({}, records(spf.answer));
    return say.several({ count }, records(spf.answer), spf.merged === undefined ? undefined : { to: spf.merged });
  },
});

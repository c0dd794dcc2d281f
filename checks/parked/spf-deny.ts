import { defineCheck, deniesAll, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "parked/spf-deny",
  on: "domain",
  title: "The parked domain lets nobody send",
  why: "Forgers like domains without mail of their own, since nobody there notices.",
  fix: "Publish `v=spf1 -all` as the only SPF record.",
  refs: ["RFC 7208 §10.1.2", "M3AAWG Best Practices for Protecting Parked Domains"],
  role: "parked",
  needs: { spf: facts.spfRecord },
  verdicts: {
    denies: pass("{record}"),
    none: warn("no SPF record; nothing says that nobody may send"),
    loose: warn("{record} does not say plainly that nobody may send"),
  },
  judge({ spf }, say, { subject: { domain } }) {
    const evidence = records(spf.answer);
    const [record] = spf.records;
    const fix = { text: `Publish it at ${domain}.`, to: "v=spf1 -all" };
    if (record === undefined) return say.none({}, evidence, fix);
    const loose = spf.records.find((one) => !deniesAll(one));
    return loose === undefined
      ? say.denies({ record }, evidence)
      : say.loose({ record: loose }, evidence, { from: loose, to: fix.to });
  },
});

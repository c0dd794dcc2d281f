import { defineCheck, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "bimi/record",
  on: "domain",
  title: "One BIMI record can be read",
  why: "Mailbox providers that find several BIMI records, or one that they cannot read, show no logo.",
  fix: "Keep one record of the form `v=BIMI1; l=https://…; a=https://…`.",
  refs: ["draft-brand-indicators §4.3", "draft-brand-indicators §7.2"],
  role: "sends",
  needs: { bimi: facts.bimiRecords },
  verdicts: {
    published: pass("{record}"),
    inherited: pass("{record}, from {from}"),
    declined: pass("declined; no logo is to be shown"),
    broken: fail("{faults}; no logo is shown"),
    several: fail("{count} BIMI records; none counts, and no logo is shown"),
    stray: fail("{record} does not begin with v=BIMI1; it counts for nothing"),
  },
  judge({ bimi }, say, { subject }) {
    const evidence = records(bimi.answer);
    const [found] = bimi.records;
    if (!found) return say.stray({ record: bimi.strays[0]! }, evidence);
    const { text, record } = found;
    if (bimi.records.length > 1) return say.several({ count: bimi.records.length }, evidence, { to: text });
    if (record.faults.length > 0) {
      const faults = record.faults.map(({ message }) => message).join("; ");
      return say.broken({ faults }, evidence, { from: text });
    }
    if (!record.location && !record.authority) return say.declined({}, evidence);
    return bimi.domain === subject.domain
      ? say.published({ record: text }, evidence)
      : say.inherited({ record: text, from: bimi.domain }, evidence);
  },
});

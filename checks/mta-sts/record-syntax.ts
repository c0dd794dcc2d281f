import { defineCheck, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "mta-sts/record-syntax",
  on: "domain",
  title: "The MTA-STS record is well-formed",
  why: "Senders discard a record that they cannot read, and by its id they know when to fetch the policy anew.",
  fix: "Write the record as `v=STSv1; id=…`, the id of at most 32 letters and digits.",
  refs: ["RFC 8461 §3.1"],
  role: "receives",
  needs: { sts: facts.mtaStsRecord },
  verdicts: {
    good: pass("id={id}"),
    dropped: warn("{faults}; strict senders discard the record"),
    broken: fail("{faults}; senders discard the record"),
  },
  judge({ sts: { answer, text, record } }, say, { now }) {
    const evidence = records(answer);
    if (record.faults.length === 0) return say.good({ id: record.id! }, evidence);
    const id = record.id ?? now.toISOString().replace(/\D/g, "").slice(0, 14);
    const faults = record.faults.map(({ message }) => message).join("; ");
    const fix = { from: text, to: `v=STSv1; id=${id}` };
    return record.id === null ? say.broken({ faults }, evidence, fix) : say.dropped({ faults }, evidence, fix);
  },
});

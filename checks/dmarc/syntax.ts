import { defineCheck, editDmarc, fail, facts, pass, records, warn } from "mailworthy";

/** Judged by checks of their own. */
const elsewhere = ["v", "p", "rua", "fo"];

export default defineCheck({
  id: "dmarc/syntax",
  on: "domain",
  title: "The DMARC record is well-formed",
  why: "Receivers skip what they cannot read in a record, so that the domain asks for less than it seems to.",
  fix: "Correct the tags that are named.",
  refs: ["RFC 9989 §4.8"],
  needs: { dmarc: facts.dmarcRecord },
  verdicts: {
    good: pass("every tag can be read"),
    dropped: warn("{faults}; receivers skip that"),
    policy: fail("{faults}; receivers take the whole policy as none"),
  },
  judge({ dmarc: { answer, record } }, say) {
    const evidence = records(answer);
    const judged = [...elsewhere, ...record.duplicates];
    const named = record.faults.filter(({ tag }) => tag === undefined || !judged.includes(tag.toLowerCase()));
    const fix = { from: record.text, to: editDmarc(record.tags, without(named)) };
    if (named.length === 0) return say.good({}, evidence);
    const faults = named.map(({ message }) => message).join("; ");
    const loosens = named.some(({ tag }) => (tag === "sp" || tag === "np") && record[tag] === null);
    return loosens && record.p !== null && record.p !== "none"
      ? say.policy({ faults }, evidence, fix)
      : say.dropped({ faults }, evidence, fix);
  },
});

/** Takes out the tags that could not be read. */
function without(faults: readonly { tag?: string }[]): Record<string, null> {
  return Object.fromEntries(faults.flatMap(({ tag }) => (tag === undefined ? [] : [[tag, null]])));
}

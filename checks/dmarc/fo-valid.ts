import { defineCheck, editDmarc, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dmarc/fo-valid",
  on: "domain",
  title: "The choice of failure reports is valid and has an effect",
  why: "Receivers skip a choice that they cannot read, or that no address for failure reports goes with.",
  fix: "Write fo=0, fo=1, or d and s with a colon between them, beside a `ruf` tag; or take it out.",
  refs: ["RFC 9989 §4.7"],
  needs: { dmarc: facts.dmarcRecord },
  verdicts: {
    unset: pass("no fo tag"),
    valid: pass("fo={fo}"),
    idle: warn("fo={fo} without a ruf tag; no failure report is asked for"),
    invalid: warn("fo={fo} is no choice of reports; receivers take fo=0"),
  },
  judge({ dmarc: { answer, record } }, say) {
    const evidence = records(answer);
    const fo = record.tags.findLast(({ name }) => name.toLowerCase() === "fo")?.value;
    if (fo === undefined) return say.unset({}, evidence);
    const asked = record.ruf.length > 0;
    const mended = fo.includes("1") ? "1" : null;
    const fix = { from: record.text, to: editDmarc(record.tags, { fo: asked ? mended : null }) };
    if (record.faults.some(({ tag }) => tag?.toLowerCase() === "fo")) return say.invalid({ fo }, evidence, fix);
    return asked ? say.valid({ fo }, evidence) : say.idle({ fo }, evidence, fix);
  },
});

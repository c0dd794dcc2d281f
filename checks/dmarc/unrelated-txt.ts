import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dmarc/unrelated-txt",
  on: "domain",
  title: "Other text at the place of the DMARC record is told",
  why: "Receivers discard text that is no DMARC record, while some tools take it for a fault.",
  fix: "Move the text to where it is looked for.",
  refs: ["RFC 9989 §4.10"],
  needs: { texts: facts.dmarcTexts },
  verdicts: {
    alone: pass("nothing unrelated stands there"),
    beside: pass("{count} unrelated at _dmarc, which receivers discard: {texts}"),
  },
  judge({ texts: { answer, unrelated } }, say) {
    if (unrelated.length === 0) return say.alone({}, records(answer));
    return say.beside({ count: unrelated.length, texts: unrelated.map((text) => `"${text}"`) }, records(answer));
  },
});

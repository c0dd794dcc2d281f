import { defineCheck, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "mx/null-mx-form",
  on: "domain",
  title: "A null MX stands alone, with preference 0",
  why: "Beside another MX record a null MX means nothing, and senders differ in which of the two they believe.",
  fix: "Publish `0 .` as the only MX record, or remove it where the domain takes mail.",
  refs: ["RFC 7505 §3"],
  needs: { nullMx: facts.nullMx },
  verdicts: {
    alone: pass("the only MX record, with preference 0"),
    preference: warn("preference {preference}; the standard form is 0"),
    mixed: fail("a null MX beside {others}; the two contradict each other"),
  },
  judge({ nullMx: { answer, preference, others } }, say) {
    const evidence = records(answer);
    if (others.length > 0) return say.mixed({ others }, evidence);
    if (preference !== 0) return say.preference({ preference }, evidence, { from: `MX ${preference} .`, to: "MX 0 ." }); // RFC 7505 §3
    return say.alone({}, evidence);
  },
});

import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "spf/type99",
  on: "domain",
  title: "No record of the type SPF is left",
  why: "Receivers ask for TXT only, so what stands in the other type is forgotten and drifts away from it.",
  fix: "Delete the record of the type SPF and keep the TXT record.",
  refs: ["RFC 7208 §3.1"],
  needs: { old: facts.spfType99 },
  verdicts: {
    none: pass("no record of the type SPF"),
    left: warn("{texts}: of the type SPF, which nobody asks for"),
  },
  judge({ old: { answer, texts } }, say) {
    return texts.length > 0 ? say.left({ texts }, records(answer)) : say.none();
  },
});

import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dkim/adsp-leftover",
  on: "domain",
  title: "Signing practices are left to DMARC",
  why: "Author Domain Signing Practices were given up in 2013 and no receiver asks for them; DMARC says what they said.",
  fix: "Take out the record at _adsp._domainkey.",
  refs: ["RFC 5617 §4.2"],
  needs: { adsp: facts.adsp },
  verdicts: {
    none: pass("no ADSP record"),
    leftover: pass("{record} is left over from ADSP; no receiver asks for it"),
  },
  judge({ adsp: { answer, texts } }, say) {
    return texts.length > 0 ? say.leftover({ record: texts[0]! }, records(answer)) : say.none({}, records(answer));
  },
});

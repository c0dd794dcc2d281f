import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "bimi/self-asserted",
  on: "domain",
  title: "Where a logo without a certificate is shown is known",
  why: "Gmail and Apple show no logo that no authority has looked at; Yahoo and Fastmail may.",
  fix: "Get a Mark Certificate for the logo and name it with `a=` in the record.",
  refs: ["draft-brand-indicators §4.3"],
  role: "sends",
  needs: { bimi: facts.bimiClaim },
  verdicts: {
    certified: pass("names a certificate"),
    asserted: pass("names no certificate; Yahoo and Fastmail may show the logo, Gmail and Apple do not"),
  },
  judge({ bimi: { answer, certificate } }, say) {
    return certificate === null ? say.asserted({}, records(answer)) : say.certified({}, records(answer));
  },
});

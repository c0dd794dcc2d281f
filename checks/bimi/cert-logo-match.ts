import { certificates, defineCheck, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "bimi/cert-logo-match",
  on: "domain",
  title: "The logo is the one in its certificate",
  why: "Providers that ask for a certificate show the logo in it, others the one that the record names; people see two brands.",
  fix: "Serve the very file that the certificate was issued for.",
  refs: ["RFC 9399 §4.1"],
  role: "sends",
  needs: { drawing: facts.bimiDrawing, mark: facts.bimiCertificate },
  verdicts: {
    same: pass("SHA-256 {hash} for both"),
    other: warn("the logo that is served has another hash, {hash}, than the one in the certificate, {certified}"),
    none: warn("no logo in the certificate that can be read"),
  },
  judge({ drawing, mark }, say) {
    const evidence = certificates(mark);
    const hash = drawing.sha256;
    if (mark.logos.includes(hash)) return say.same({ hash }, evidence);
    const certified = mark.logos.filter((logo) => logo !== null);
    return certified.length === 0 ? say.none({}, evidence) : say.other({ hash, certified }, evidence);
  },
});

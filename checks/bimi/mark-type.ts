import { certificates, defineCheck, facts, pass } from "mailworthy";

export default defineCheck({
  id: "bimi/mark-type",
  on: "domain",
  title: "What the certificate of the mark brings is known",
  why: "A Verified Mark Certificate has Gmail show a check mark and Apple the logo; a Common Mark Certificate only has Gmail show the logo.",
  fix: "Register the logo as a trademark to get a Verified Mark Certificate.",
  refs: ["Mark Certificate Requirements §7.1.4"],
  role: "sends",
  needs: { mark: facts.bimiCertificate },
  verdicts: {
    verified: pass("{type}, a Verified Mark Certificate; Gmail shows the logo and a check mark, Apple the logo"),
    common: pass("{type}, a Common Mark Certificate; Gmail shows the logo, Apple does not"),
    untold: pass("does not say what kind of mark it is for"),
  },
  judge({ mark }, say) {
    const evidence = certificates(mark);
    const type = mark.markType;
    if (type === null) return say.untold({}, evidence);
    return verifiedMarks.includes(type) ? say.verified({ type }, evidence) : say.common({ type }, evidence);
  },
});

const verifiedMarks: readonly string[] = ["Registered Mark", "Government Mark"];

import { defineCheck, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dns/domain-exists",
  on: "domain",
  title: "The domain exists in DNS",
  why: "Receivers reject mail from a domain that does not exist, and nobody can send mail to it.",
  fix: "Renew the registration, or have its registry delegate the domain to your name servers again.",
  refs: ["RFC 5321 §2.3.5", "RFC 8020 §2"],
  needs: { existence: facts.existence },
  verdicts: {
    exists: pass("exists"),
    none: fail("no such name in DNS (NXDOMAIN); receivers reject its mail"),
  },
  judge: ({ existence: { exists, answer } }, say) =>
    exists ? say.exists({}, records(answer)) : say.none({}, records(answer)),
});

import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "parked/no-mail-consistent",
  on: "domain",
  title: "Records that say there is no mail agree with each other",
  why: "Where one record says that there is no mail and another names who sends or takes it, receivers may go by either.",
  fix: "Decide whether the domain has mail, and have MX, SPF and DKIM say the same.",
  refs: ["RFC 7505 §4.2", "M3AAWG Best Practices for Protecting Parked Domains"],
  needs: { mail: facts.noMail },
  verdicts: {
    consistent: pass("nothing contradicts it"),
    authorised: warn("a null MX says that there is no mail, and SPF lets hosts send"),
    keyed: warn("v=spf1 -all lets nobody send, and the domain has mail hosts and keys at {selectors}"),
  },
  judge({ mail }, say) {
    const evidence = mail.answers.map(records);
    if (mail.null && mail.sends) return say.authorised({}, evidence);
    return mail.keys.length > 0 ? say.keyed({ selectors: mail.keys }, evidence) : say.consistent({}, evidence);
  },
});

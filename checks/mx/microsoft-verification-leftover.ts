import { defineCheck, facts, pass, records, warn } from "mailworthy";

/** Names that Microsoft 365 asks for in an MX record to prove control of a domain; they never resolve. */
const verification = /(?:^|\.)msv\d\.invalid$/;

export default defineCheck({
  id: "mx/microsoft-verification-leftover",
  on: "domain",
  title: "No MX record is left over from proving control of the domain",
  why: "Senders that get to it find no host, and some give up there.",
  fix: "Remove the record; the domain stays verified.",
  refs: ["RFC 5321 §5.1"],
  role: "receives",
  needs: { mx: facts.mx },
  verdicts: {
    none: pass("none left over"),
    left: warn("{hosts} was for Microsoft 365 to see; senders find no host there"),
  },
  judge({ mx: { answer, exchanges } }, say) {
    const left = exchanges.filter(({ exchange }) => verification.test(exchange));
    if (left.length === 0) return say.none({}, records(answer));
    const from = `MX ${left[0]!.preference} ${left[0]!.exchange}.`;
    return say.left({ hosts: left.map(({ exchange }) => exchange) }, records(answer), { text: `Remove ${from}`, from });
  },
});

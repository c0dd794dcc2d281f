import { defineCheck, facts, pass } from "mailworthy";

export default defineCheck({
  id: "spf/hardfail-advice",
  on: "domain",
  title: "It is told what -all means for a domain that sends",
  why: "Some receivers reject at -all before they look at DKIM and DMARC, and so lose mail that was forwarded.",
  fix: "End the record with ~all where DMARC is enforced, and keep -all for domains that send nothing.",
  refs: ["RFC 9989 §7.1", "RFC 7208 §8.4"],
  role: "sends",
  needs: { spf: facts.spfEnding },
  verdicts: {
    soft: pass("{term}; DMARC decides"),
    hard: pass("{term}; some receivers reject forwarded mail for it before they look at DKIM and DMARC"),
    open: pass("says nothing of other hosts"),
  },
  judge({ spf: { qualifier, term } }, say) {
    if (qualifier === "-") return say.hard({ term });
    return qualifier === "~" ? say.soft({ term }) : say.open();
  },
});

import { defineCheck, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "spf/dns-time-budget",
  on: "domain",
  title: "The lookups of SPF take less than 20 seconds",
  why: "Receivers may give an evaluation up after 20 seconds, and then SPF has no result.",
  fix: "Replace the terms whose servers are slow by ip4: and ip6: terms.",
  refs: ["RFC 7208 §4.6.4"],
  needs: { spf: facts.spfTime },
  verdicts: {
    within: pass("within 20 seconds"),
    exceeded: warn("{seconds} seconds, one lookup after the other; receivers may stop at 20"),
  },
  judge({ spf: { took, limit, exhibit } }, say) {
    return took > limit ? say.exceeded({ seconds: Math.round(took / 1000) }, exhibit) : say.within();
  },
});

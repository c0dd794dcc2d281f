import { defineCheck, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "msg/arc-if-forwarded",
  on: "message",
  title: "The ARC chain of a forwarded message is whole",
  why: "Apple and Yahoo read in it what a forwarder found before SPF and DKIM broke; a broken chain tells them nothing.",
  fix: "Have each forwarder seal last, after all that it changes.",
  refs: ["RFC 8617 §5.2"],
  needs: { arc: facts.messageArc },
  verdicts: {
    none: pass("no ARC chain"),
    whole: pass("{sets} sets, sealed by {sealers}"),
    broken: warn("the chain is broken: {reason}; what forwarders found does not count"),
  },
  judge({ arc: { result, reason, sets, sealers } }, say) {
    if (result === "none") return say.none();
    return result === "pass"
      ? say.whole({ sets, sealers })
      : say.broken({ reason: reason ?? "a signature does not verify" });
  },
});

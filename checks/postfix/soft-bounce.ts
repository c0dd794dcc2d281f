import { defineCheck, everywhere, facts, fail, listed, pass, postconf, settings } from "mailworthy";

export default defineCheck({
  id: "postfix/soft-bounce",
  on: "postfix",
  title: "Mail that cannot be delivered is refused for good",
  why: "A setting for tests: each refusal becomes a temporary one, so senders try again for days instead of hearing why.",
  fix: "Set soft_bounce to no.",
  refs: ["postconf(5) soft_bounce"],
  needs: { main: facts.postfixSettings("soft_bounce") },
  verdicts: {
    off: pass("refusals are for good"),
    on: fail("soft_bounce is on for {where}; every refusal tells senders to try again"),
  },
  judge({ main: { soft_bounce } }, say) {
    const on = everywhere(soft_bounce).filter(({ value }) => value === "yes");
    const where = listed(on.map((one) => one.where));
    if (on.length === 0) return say.off();
    return say.on({ where }, settings(soft_bounce), { command: postconf("soft_bounce", "no", on[0]!.service) });
  },
});

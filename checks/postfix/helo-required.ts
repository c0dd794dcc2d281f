import { defineCheck, facts, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/helo-required",
  on: "postfix",
  title: "Clients that skip HELO do not get past its rules",
  why: "Rules on the HELO name are not asked of a client that gives none.",
  fix: "Set smtpd_helo_required to yes.",
  needs: { main: facts.postfixSettings("smtpd_helo_required", "smtpd_helo_restrictions") },
  verdicts: {
    required: pass("every client must greet"),
    noRules: pass("nothing hangs on the HELO name"),
    optional: warn("rules on the HELO name are set, and a client that gives none gets past them"),
  },
  judge({ main: { smtpd_helo_required: required, smtpd_helo_restrictions: rules } }, say) {
    if (required.value === "yes") return say.required();
    if (rules.value === "") return say.noRules();
    return say.optional({}, settings(required, rules), { command: postconf("smtpd_helo_required", "yes") });
  },
});

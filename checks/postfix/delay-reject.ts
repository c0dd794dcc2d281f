import { defineCheck, everywhere, facts, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/delay-reject",
  on: "postfix",
  title: "Refusals wait until the recipient is known",
  why: "A refusal before RCPT TO leaves sender and recipient out of the log, and some clients come back at once.",
  fix: "Set smtpd_delay_reject to yes.",
  needs: { main: facts.postfixSettings("smtpd_delay_reject") },
  verdicts: {
    delayed: pass("refusals wait for RCPT TO"),
    early: warn("refusals come before RCPT TO; the log does not say whose mail was refused"),
  },
  judge({ main: { smtpd_delay_reject: delay } }, say) {
    if (!everywhere(delay).some(({ value }) => value === "no")) return say.delayed();
    return say.early({}, settings(delay), { command: postconf("smtpd_delay_reject", "yes") });
  },
});

import { defineCheck, facts, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/milter-local",
  on: "postfix",
  title: "Mail of this machine goes through the milters too",
  why: "Mail of cron, of programs and of web pages on this machine leaves unsigned and fails DMARC.",
  fix: "Set non_smtpd_milters to $smtpd_milters.",
  refs: ["MILTER_README"],
  needs: { main: facts.postfixSettings("smtpd_milters", "non_smtpd_milters") },
  verdicts: {
    none: pass("mail goes through no milter"),
    both: pass("mail of this machine goes through milters too"),
    skipped: warn("mail of this machine goes past the milters, unsigned"),
  },
  judge({ main: { smtpd_milters, non_smtpd_milters } }, say) {
    if (smtpd_milters.value === "") return say.none();
    if (non_smtpd_milters.value !== "") return say.both();
    return say.skipped({}, settings(smtpd_milters, non_smtpd_milters), {
      command: postconf("non_smtpd_milters", "$smtpd_milters"),
    });
  },
});

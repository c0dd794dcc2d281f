import { defineCheck, everywhere, facts, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/unknown-recipient-code",
  on: "postfix",
  title: "Mail for unknown recipients is refused for good",
  why: "With a temporary refusal senders try for days and hear only then that the address is wrong.",
  fix: "Set unknown_local_recipient_reject_code to 550.",
  refs: ["LOCAL_RECIPIENT_README"],
  needs: { main: facts.postfixSettings("unknown_local_recipient_reject_code") },
  verdicts: {
    permanent: pass("unknown recipients get a {code}"),
    temporary: warn("unknown recipients get a {code}; senders try again for days"),
  },
  judge({ main: { unknown_local_recipient_reject_code: code } }, say) {
    const soft = everywhere(code).find(({ value }) => value.startsWith("4"));
    if (!soft) return say.permanent({ code: code.value });
    const fix = { command: postconf(code.name, "550", soft.service) };
    return say.temporary({ code: soft.value }, settings(code), fix);
  },
});

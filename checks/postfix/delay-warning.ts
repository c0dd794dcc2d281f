import { defineCheck, facts, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/delay-warning",
  on: "postfix",
  title: "Senders hear of a delay before it ends in a bounce",
  why: "Without a word, a sender learns after days that a message has been waiting all the time.",
  fix: "Set delay_warning_time to 4h.",
  refs: ["postconf(5) delay_warning_time"],
  needs: { main: facts.postfixTimes("delay_warning_time") },
  verdicts: {
    told: pass("senders hear of a delay after {time}"),
    silent: warn("senders hear of a delay only when the message bounces"),
  },
  judge({ main: { delay_warning_time: time } }, say) {
    if (time.amount > 0) return say.told({ time: time.value });
    return say.silent({}, settings(time), { command: postconf(time.name, "4h") });
  },
});

import { defineCheck, facts, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/queue-lifetime",
  on: "postfix",
  title: "Mail is tried for some days, and not for weeks",
  why: "Too short, and one outage of a receiver loses mail; too long, and its sender hears of it after a week.",
  fix: "Set maximal_queue_lifetime and bounce_queue_lifetime to 5d.",
  refs: ["RFC 5321 §4.5.4.1"],
  needs: { main: facts.postfixTimes("maximal_queue_lifetime", "bounce_queue_lifetime") },
  verdicts: {
    fitting: pass("mail is tried for {time}"),
    short: warn("mail is tried for {time}; an outage of a receiver over a weekend loses it"),
    long: warn("mail is tried for {time}; its sender hears of it after more than a week"),
    longBounces: warn("bounces are tried for {time}"),
  },
  judge({ main: { maximal_queue_lifetime: mail, bounce_queue_lifetime: bounces } }, say) {
    const time = mail.value;
    const evidence = settings(mail, bounces);
    const fix = { command: postconf(mail.name, "5d") };
    if (mail.amount < day) return say.short({ time }, evidence, fix);
    if (mail.amount > 7 * day) return say.long({ time }, evidence, fix);
    if (bounces.amount > 5 * day)
      return say.longBounces({ time: bounces.value }, evidence, { command: postconf(bounces.name, "5d") });
    return say.fitting({ time });
  },
});

const day = 86_400;

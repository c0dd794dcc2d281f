import { defineCheck, facts, listed, pass, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/reject-unlisted",
  on: "postfix",
  title: "Recipients that no table lists are refused",
  why: "Without it unknown recipients are taken and bounce to senders who are most often forged.",
  fix: "Set smtpd_reject_unlisted_recipient to yes.",
  needs: {
    smtpd: facts.postfixServices("smtpd", "smtpd_reject_unlisted_recipient"),
    main: facts.postfixSettings("smtpd_reject_unlisted_recipient"),
  },
  verdicts: {
    on: pass("recipients that no table lists are refused"),
    off: warn("recipients that no table lists are taken by {services}, unless a restriction refuses them"),
  },
  judge({ smtpd, main }, say) {
    const off = smtpd.services.filter((one) => !one.loopback && one.values.smtpd_reject_unlisted_recipient === "no");
    if (off.length === 0) return say.on();
    return say.off(
      { services: listed(off.map(({ service }) => service)) },
      settings(main.smtpd_reject_unlisted_recipient),
    );
  },
});

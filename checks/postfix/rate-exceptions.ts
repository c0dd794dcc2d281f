import { defineCheck, facts, listed, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/rate-exceptions",
  on: "postfix",
  title: "Limits hold for everybody but hosts of your own",
  why: "A wide network among the exceptions switches the limits off for whoever attacks from there.",
  fix: "Leave smtpd_client_event_limit_exceptions at $mynetworks.",
  refs: ["postconf(5) smtpd_client_event_limit_exceptions"],
  needs: { free: facts.postfixUnlimited },
  verdicts: {
    narrow: pass("limits hold for everybody but hosts of your own"),
    wide: warn("limits do not hold for {networks}"),
  },
  judge({ free: { setting, networks } }, say) {
    const wide = networks.filter((one) => one.bits < (one.family === 4 ? (one.public ? 24 : 8) : one.public ? 48 : 7));
    if (wide.length === 0) return say.narrow();
    return say.wide({ networks: listed(wide.map(({ text }) => text)) }, settings(setting), {
      command: postconf(setting.name, "$mynetworks"),
    });
  },
});

import { defineCheck, facts, listed, pass, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/auth-on-25",
  on: "postfix",
  title: "Passwords are not taken on port 25",
  why: "Port 25 must be open to everybody, so password guessers have one more door there, and the one that is watched least.",
  fix: "Set smtpd_sasl_auth_enable with `-o` for the submission services in master.cf, not in main.cf.",
  refs: ["RFC 6409 §3.3"],
  needs: {
    smtpd: facts.postfixServices("smtpd", "smtpd_sasl_auth_enable"),
    main: facts.postfixSettings("smtpd_sasl_auth_enable"),
  },
  verdicts: {
    apart: pass("passwords are not taken on port 25"),
    on25: warn("passwords are taken on port 25 by {services}, where everybody gets in"),
  },
  judge({ smtpd, main }, say) {
    const on25 = smtpd.services.filter(
      ({ port, loopback, values }) => port === 25 && !loopback && values.smtpd_sasl_auth_enable === "yes",
    );
    if (on25.length === 0) return say.apart();
    return say.on25({ services: listed(on25.map(({ service }) => service)) }, settings(main.smtpd_sasl_auth_enable));
  },
});

import { defineCheck, facts, fail, listed, pass, postconf, settings } from "mailworthy";

export default defineCheck({
  id: "postfix/tls-mandatory-on-25",
  on: "postfix",
  title: "Port 25 takes mail also from senders without TLS",
  why: "A public mail host must not require TLS, and mail of senders that have none is refused.",
  fix: "Set smtpd_tls_security_level to may, and to encrypt with `-o` on the submission services only.",
  refs: ["RFC 3207 §4"],
  needs: {
    smtpd: facts.postfixServices("smtpd", "smtpd_tls_security_level", "smtpd_enforce_tls"),
    main: facts.postfixSettings("smtpd_tls_security_level"),
  },
  verdicts: {
    optional: pass("TLS is not required on port 25"),
    required: fail("TLS is required on port 25 by {services}; senders without it are refused"),
    noPort: pass("nobody is served on port 25"),
  },
  judge({ smtpd, main }, say) {
    const on25 = smtpd.services.filter(({ port, loopback }) => port === 25 && !loopback);
    if (on25.length === 0) return say.noPort();
    const required = on25.filter(
      ({ values: { smtpd_tls_security_level: level, smtpd_enforce_tls } }) =>
        level === "encrypt" || (level === "" && smtpd_enforce_tls === "yes"),
    );
    if (required.length === 0) return say.optional();
    const services = listed(required.map(({ service }) => service));
    return say.required({ services }, settings(main.smtpd_tls_security_level), {
      command: postconf("smtpd_tls_security_level", "may"),
    });
  },
});

import { defineCheck, facts, fail, listed, pass, postconf, settings } from "mailworthy";

export default defineCheck({
  id: "postfix/auth-anonymous",
  on: "postfix",
  title: "Nobody logs in without a name",
  why: "With the ANONYMOUS mechanism everybody has logged in, and relays as if with a password.",
  fix: "Let smtpd_sasl_security_options and smtpd_sasl_tls_security_options hold noanonymous.",
  refs: ["postconf(5) smtpd_sasl_security_options"],
  needs: {
    smtpd: facts.postfixServices(
      "smtpd",
      "smtpd_sasl_auth_enable",
      "smtpd_sasl_security_options",
      "smtpd_sasl_tls_security_options",
    ),
    main: facts.postfixSettings("smtpd_sasl_security_options", "smtpd_sasl_tls_security_options"),
  },
  verdicts: {
    none: pass("passwords are taken by no service that others reach"),
    named: pass("nobody logs in without a name"),
    anonymous: fail("clients log in without a name on {services}; then they relay"),
  },
  judge({ smtpd, main }, say) {
    const taking = smtpd.services.filter(
      ({ loopback, values }) => !loopback && values.smtpd_sasl_auth_enable === "yes",
    );
    if (taking.length === 0) return say.none();
    const open = taking.filter(({ values }) =>
      [values.smtpd_sasl_security_options, values.smtpd_sasl_tls_security_options].some(
        (one) => !one.includes("noanonymous"),
      ),
    );
    if (open.length === 0) return say.named();
    const evidence = settings(main.smtpd_sasl_security_options, main.smtpd_sasl_tls_security_options);
    return say.anonymous({ services: listed(open.map(({ service }) => service)) }, evidence, {
      command: postconf("smtpd_sasl_security_options", "noanonymous"),
    });
  },
});

import { defineCheck, facts, fail, listed, pass, postconf, settings } from "mailworthy";

export default defineCheck({
  id: "postfix/auth-before-tls",
  on: "postfix",
  title: "Passwords are taken inside TLS only",
  why: "AUTH that is offered before STARTTLS lets mail programs send passwords in the clear, for anybody on the way to read.",
  fix: "Set smtpd_tls_auth_only to yes.",
  refs: ["RFC 4954 §4", "SASL_README"],
  needs: {
    smtpd: facts.postfixServices(
      "smtpd",
      "smtpd_sasl_auth_enable",
      "smtpd_tls_auth_only",
      "smtpd_tls_security_level",
      "smtpd_tls_wrappermode",
      "smtpd_sasl_security_options",
    ),
    main: facts.postfixSettings("smtpd_tls_auth_only", "smtpd_sasl_auth_enable"),
  },
  verdicts: {
    none: pass("passwords are taken by no service that others reach"),
    inside: pass("passwords are taken inside TLS only"),
    before: fail("passwords are taken in the clear by {services}"),
  },
  judge({ smtpd, main }, say) {
    const taking = smtpd.services.filter(
      ({ loopback, values }) => !loopback && values.smtpd_sasl_auth_enable === "yes",
    );
    if (taking.length === 0) return say.none();
    const before = taking.filter(
      ({ values }) =>
        values.smtpd_tls_auth_only !== "yes" &&
        values.smtpd_tls_security_level !== "encrypt" &&
        values.smtpd_tls_wrappermode !== "yes" &&
        !values.smtpd_sasl_security_options.includes("noplaintext"),
    );
    if (before.length === 0) return say.inside();
    const services = listed(before.map(({ service }) => service));
    const evidence = settings(main.smtpd_sasl_auth_enable, main.smtpd_tls_auth_only);
    return say.before({ services }, evidence, { command: postconf("smtpd_tls_auth_only", "yes") });
  },
});

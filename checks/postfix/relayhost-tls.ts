import { defineCheck, facts, fail, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/relayhost-tls",
  on: "postfix",
  title: "The password for the relay is sent by TLS only",
  why: "Where TLS is only an offer, whoever stands in between takes it away and reads the password.",
  fix: "Set smtp_tls_security_level to encrypt or secure, as all mail goes to the one relay.",
  refs: ["SASL_README"],
  needs: {
    smtp: facts.postfixServices(
      "smtp",
      "relayhost",
      "smtp_sasl_auth_enable",
      "smtp_tls_security_level",
      "smtp_enforce_tls",
      "smtp_tls_policy_maps",
      "smtp_sasl_security_options",
    ),
    main: facts.postfixSettings("relayhost", "smtp_sasl_auth_enable", "smtp_tls_security_level"),
  },
  verdicts: {
    none: pass("no password is sent to a relay"),
    protected: pass("the password for {relay} is sent by TLS only"),
    byPolicy: warn("whether the password for {relay} is sent by TLS only hangs on smtp_tls_policy_maps"),
    exposed: fail("the password for {relay} is sent in the clear where somebody takes TLS away"),
  },
  judge({ smtp, main }, say) {
    const withPassword = smtp.services.filter(
      ({ values: { relayhost, smtp_sasl_auth_enable } }) => relayhost !== "" && smtp_sasl_auth_enable === "yes",
    );
    const relay = withPassword[0]?.values.relayhost;
    if (relay === undefined) return say.none();
    const exposed = withPassword.filter(
      ({ values }) =>
        !/^(?:encrypt|verify|secure|dane-only|fingerprint)$/.test(values.smtp_tls_security_level) &&
        values.smtp_enforce_tls !== "yes" &&
        !/noplaintext/.test(values.smtp_sasl_security_options),
    );
    if (exposed.length === 0) return say.protected({ relay });
    if (exposed.every(({ values }) => values.smtp_tls_policy_maps !== "")) return say.byPolicy({ relay });
    const evidence = settings(main.relayhost, main.smtp_sasl_auth_enable, main.smtp_tls_security_level);
    return say.exposed({ relay }, evidence, { command: postconf("smtp_tls_security_level", "encrypt") });
  },
});

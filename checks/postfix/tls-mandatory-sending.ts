import { defineCheck, facts, fail, pass, postconf, settings } from "mailworthy";

export default defineCheck({
  id: "postfix/tls-mandatory-sending",
  on: "postfix",
  title: "TLS is required only of receivers that are known to have it",
  why: "Where it is required of all, mail for each receiver without it, or without a valid certificate, waits until it bounces.",
  fix: "Set smtp_tls_security_level to may or dane, and name those who must have TLS in smtp_tls_policy_maps.",
  refs: ["TLS_README"],
  needs: { main: facts.postfixSettings("smtp_tls_security_level", "relayhost") },
  verdicts: {
    optional: pass("TLS is not required of every receiver"),
    relay: pass("TLS is required of the one relay {relay}"),
    required: fail("TLS is required of every receiver ({level}); mail for those without it waits and bounces"),
  },
  judge({ main: { smtp_tls_security_level: level, relayhost } }, say) {
    if (!/^(?:encrypt|verify|secure|dane-only|fingerprint)$/.test(level.value)) return say.optional();
    if (relayhost.value !== "") return say.relay({ relay: relayhost.value });
    return say.required({ level: level.value }, settings(level, relayhost), {
      command: postconf("smtp_tls_security_level", "may"),
    });
  },
});

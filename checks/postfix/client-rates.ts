import { defineCheck, facts, listed, pass, postconf, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/client-rates",
  on: "postfix",
  title: "Password guessing and stolen accounts meet a limit",
  why: "Without a limit a client tries as many passwords, and a stolen account sends as much, as the line carries.",
  fix: "Set smtpd_client_auth_rate_limit and smtpd_client_message_rate_limit for the submission services.",
  refs: ["TUNING_README"],
  needs: {
    smtpd: facts.postfixServices(
      "smtpd",
      "smtpd_sasl_auth_enable",
      "smtpd_client_connection_rate_limit",
      "smtpd_client_auth_rate_limit",
      "smtpd_client_message_rate_limit",
    ),
  },
  verdicts: {
    none: pass("passwords are taken by no service that others reach"),
    limited: pass("clients that log in meet a limit"),
    unlimited: warn("clients of {services} guess passwords and send without a limit"),
  },
  judge({ smtpd }, say) {
    const taking = smtpd.services.filter(
      ({ loopback, values }) => !loopback && values.smtpd_sasl_auth_enable === "yes",
    );
    if (taking.length === 0) return say.none();
    const free = taking.filter(({ values }) =>
      [
        values.smtpd_client_connection_rate_limit,
        values.smtpd_client_auth_rate_limit,
        values.smtpd_client_message_rate_limit,
      ].every((one) => one === "0"),
    );
    if (free.length === 0) return say.limited();
    const fix = { command: postconf("smtpd_client_auth_rate_limit", "20") };
    return say.unlimited({ services: listed(free.map(({ service }) => service)) }, undefined, fix);
  },
});

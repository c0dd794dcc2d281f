import { defineCheck, facts, listed, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/pipelining",
  on: "postfix",
  title: "Clients that talk out of turn are refused",
  why: "Spam programs send all their commands without waiting for an answer, and so do attacks that smuggle mail in.",
  fix: "Set smtpd_forbid_unauth_pipelining to yes, or put reject_unauth_pipelining into smtpd_data_restrictions.",
  refs: ["postconf(5) reject_unauth_pipelining"],
  needs: {
    smtpd: facts.postfixServices("smtpd", "smtpd_forbid_unauth_pipelining"),
    restrictions: facts.postfixRestrictions,
    main: facts.postfixSettings("smtpd_data_restrictions"),
  },
  verdicts: {
    refused: pass("clients that talk out of turn are refused"),
    allowed: warn("clients may talk out of turn on {services}"),
  },
  judge({ smtpd, restrictions, main }, say) {
    const allowed = smtpd.services.filter(({ service, loopback, values }) => {
      if (loopback || values.smtpd_forbid_unauth_pipelining === "yes") return false;
      const lists = restrictions.services.find((one) => one.service === service)?.lists ?? [];
      return !lists.some((list) =>
        list.restrictions.some(({ name, onlyWarns }) => name === "reject_unauth_pipelining" && !onlyWarns),
      );
    });
    if (allowed.length === 0) return say.refused();
    const fix = { command: postconf("smtpd_data_restrictions", "reject_unauth_pipelining") };
    return say.allowed(
      { services: listed(allowed.map(({ service }) => service)) },
      settings(main.smtpd_data_restrictions),
      fix,
    );
  },
});

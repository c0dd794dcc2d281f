import { defineCheck, facts, fail, listed, pass } from "mailworthy";

export default defineCheck({
  id: "postfix/auth-socket",
  on: "postfix",
  title: "The server that checks passwords answers",
  why: "Without it nobody can log in: mail programs say that the password is wrong, and the log has a temporary failure.",
  fix: "Start Dovecot, and let its service auth listen where smtpd_sasl_path says, for the user postfix.",
  refs: ["SASL_README"],
  needs: { auth: facts.postfixAuthServers },
  verdicts: {
    answers: pass("{path} answers"),
    missing: fail("{path} is not there; nobody can log in on {services}"),
    silent: fail("{path} is there and takes no connection; nobody can log in on {services}"),
    notASocket: fail("{path} is no socket; nobody can log in on {services}"),
  },
  judge({ auth }, say) {
    return auth.servers.map(({ path, services: those, state, mechanisms }) => {
      const services = listed(those);
      if (state === "missing") return say.missing({ path, services });
      if (state === "silent") return say.silent({ path, services });
      if (state === "not-a-socket") return say.notASocket({ path, services });
      return say.answers({ path, mechanisms });
    });
  },
});

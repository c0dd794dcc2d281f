import { defineCheck, facts, fail, listed, pass, postconf, settings } from "mailworthy";

export default defineCheck({
  id: "postfix/tls-receiving",
  on: "postfix",
  title: "Mail comes in by TLS where the sender can",
  why: "Without TLS mail crosses the network in the clear, and senders that follow MTA-STS or DANE do not deliver.",
  fix: "Set smtpd_tls_security_level to may, with a certificate in smtpd_tls_chain_files.",
  refs: ["TLS_README"],
  needs: {
    smtpd: facts.postfixServices(
      "smtpd",
      "smtpd_tls_security_level",
      "smtpd_use_tls",
      "smtpd_enforce_tls",
      "smtpd_tls_wrappermode",
    ),
    main: facts.postfixSettings("smtpd_tls_security_level"),
  },
  verdicts: {
    offered: pass("TLS is offered on {services}"),
    off: fail("TLS is not offered on {services}; mail comes in the clear"),
    local: pass("only this machine reaches smtpd"),
  },
  judge({ smtpd, main }, say) {
    const open = smtpd.services.filter(({ loopback }) => !loopback);
    if (open.length === 0) return say.local();
    const off = open.filter(({ values }) => !offersTls(values));
    const fix = { command: postconf("smtpd_tls_security_level", "may") };
    if (off.length > 0) return say.off({ services: names(off) }, settings(main.smtpd_tls_security_level), fix);
    return say.offered({ services: names(open) });
  },
});

const offersTls = (values: Record<string, string>): boolean =>
  /^(?:may|encrypt)$/.test(values["smtpd_tls_security_level"]!) ||
  (values["smtpd_tls_security_level"] === "" &&
    [values["smtpd_use_tls"], values["smtpd_enforce_tls"]].includes("yes")) ||
  values["smtpd_tls_wrappermode"] === "yes";

const names = (services: readonly { service: string }[]): string => listed(services.map(({ service }) => service));

import { defineCheck, facts, fail, listed, pass, postconf, settings } from "mailworthy";

export default defineCheck({
  id: "postfix/tls-sending",
  on: "postfix",
  title: "Mail goes out by TLS where the receiver can",
  why: "Without it every message crosses the network in the clear, and Gmail marks it as not encrypted for its reader.",
  fix: "Set smtp_tls_security_level to may, or to dane with a resolver on this machine that validates DNSSEC.",
  refs: ["TLS_README", "https://support.google.com/a/answer/81126"],
  needs: {
    smtp: facts.postfixServices("smtp", "smtp_tls_security_level", "smtp_use_tls", "smtp_enforce_tls"),
    main: facts.postfixSettings("smtp_tls_security_level"),
  },
  verdicts: {
    on: pass("mail goes out by TLS where the receiver can"),
    off: fail("mail goes out in the clear by {services}, also where the receiver offers TLS"),
  },
  judge({ smtp, main }, say) {
    const off = smtp.services.filter(({ values: { smtp_tls_security_level: level, smtp_use_tls, smtp_enforce_tls } }) =>
      level === "" ? smtp_use_tls !== "yes" && smtp_enforce_tls !== "yes" : level === "none",
    );
    if (off.length === 0) return say.on();
    const services = listed(off.map(({ service }) => service));
    return say.off({ services }, settings(main.smtp_tls_security_level), {
      command: postconf("smtp_tls_security_level", "may"),
    });
  },
});

import { defineCheck, facts, fail, listed, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/smuggling",
  on: "postfix",
  title: "A bare line feed does not end a message",
  why: "A server that takes one for the end of a message lets strangers smuggle a second message in, under a sender that SPF and DMARC pass.",
  fix: "Set smtpd_forbid_bare_newline to normalize, after an update to 3.5.24, 3.6.14, 3.7.10, 3.8.5, 3.9 or later where it is not known yet.",
  refs: ["CVE-2023-51764", "https://www.postfix.org/smtp-smuggling.html"],
  needs: {
    smtpd: facts.postfixServices(
      "smtpd",
      "smtpd_forbid_bare_newline",
      "smtpd_forbid_unauth_pipelining",
      "smtpd_discard_ehlo_keywords",
    ),
    main: facts.postfixSettings("smtpd_forbid_bare_newline"),
  },
  verdicts: {
    closed: pass("a bare line feed ends no message"),
    workaround: warn("only the first workaround is in place on {services}; smtpd_forbid_bare_newline is the cure"),
    open: fail("a bare line feed ends a message on {services}; strangers can smuggle mail in"),
    local: pass("only this machine reaches smtpd"),
  },
  judge({ smtpd, main }, say) {
    const reached = smtpd.services.filter(({ loopback }) => !loopback);
    if (reached.length === 0) return say.local();
    const loose = reached.filter(({ values }) => !/^(?:normalize|yes|reject)$/.test(values.smtpd_forbid_bare_newline));
    if (loose.length === 0) return say.closed();
    const open = loose.filter(
      ({ values }) =>
        values.smtpd_forbid_unauth_pipelining !== "yes" || !/\bchunking\b/i.test(values.smtpd_discard_ehlo_keywords),
    );
    const evidence = settings(main.smtpd_forbid_bare_newline);
    const fix = { command: postconf("smtpd_forbid_bare_newline", "normalize") };
    if (open.length > 0) return say.open({ services: listed(open.map(({ service }) => service)) }, evidence, fix);
    return say.workaround({ services: listed(loose.map(({ service }) => service)) }, evidence, fix);
  },
});

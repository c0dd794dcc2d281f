import { defineCheck, everywhere, facts, listed, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/tls-log",
  on: "postfix",
  title: "Each TLS handshake has one line in the log",
  why: "Without it nobody can say what was encrypted and what failed; with more the log drowns, and the disk fills.",
  fix: "Set smtpd_tls_loglevel and smtp_tls_loglevel to 1; raise them for one service and a while only, with `-o` in master.cf.",
  needs: { main: facts.postfixSettings("smtpd_tls_loglevel", "smtp_tls_loglevel") },
  verdicts: {
    brief: pass("handshakes are logged, a line each"),
    none: warn("{settings} at 0; the log tells of no handshake"),
    raised: warn("{settings} is {level} for {where}; the log fills with the details of every handshake"),
  },
  judge({ main: { smtpd_tls_loglevel, smtp_tls_loglevel } }, say) {
    const both = [smtpd_tls_loglevel, smtp_tls_loglevel];
    const raised = both
      .flatMap((one) => everywhere(one).map((at) => ({ ...at, name: one.name })))
      .find((one) => Number(one.value) > 1);
    if (raised) {
      const fix = {
        text: "Put it back when you have seen enough.",
        command: postconf(raised.name, "1", raised.service),
      };
      return say.raised({ settings: raised.name, level: raised.value, where: raised.where }, settings(...both), fix);
    }
    const none = both.filter(({ value }) => value === "0");
    if (none.length === 0) return say.brief();
    const fix = { command: none.map(({ name }) => postconf(name, "1")).join("; ") };
    return say.none({ settings: listed(none.map(({ name }) => name)) }, settings(...both), fix);
  },
});

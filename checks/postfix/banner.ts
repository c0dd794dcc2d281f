import { defineCheck, facts, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/banner",
  on: "postfix",
  title: "The greeting begins with the name of the host and hides the release",
  why: "Receivers and monitors compare the first word with DNS, and the release tells attackers what to try.",
  fix: "Set smtpd_banner to $myhostname ESMTP.",
  refs: ["RFC 5321 §4.2"],
  needs: { main: facts.postfixSettings("smtpd_banner", "myhostname", "mail_version") },
  verdicts: {
    named: pass("greeting begins with {name}"),
    other: warn("greeting begins with {word}, not with {name}"),
    release: warn("greeting tells the release, {release}"),
  },
  judge({ main: { smtpd_banner: banner, myhostname, mail_version } }, say) {
    const [word = ""] = banner.value.split(/\s/);
    const fix = { command: postconf("smtpd_banner", "$myhostname ESMTP") };
    const name = myhostname.value;
    if (word.toLowerCase() !== name.toLowerCase())
      return say.other({ word: word || "nothing", name }, settings(banner), fix);
    if (banner.value.includes(mail_version.value))
      return say.release({ release: mail_version.value }, settings(banner), fix);
    return say.named({ name });
  },
});

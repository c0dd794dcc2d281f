import { defineCheck, facts, pass, transcript, warn } from "mailworthy";

export default defineCheck({
  id: "smtp/banner-hostname-fqdn",
  on: "address",
  title: "The greeting names the host by its full name",
  why: "Senders log this name and some compare it with DNS; a short or local one hints at a server left as installed.",
  fix: "Set the full name of the host in the mail server.",
  refs: ["RFC 5321 §4.2", "RFC 5321 §4.3.1"],
  needs: { banner: facts.banner },
  verdicts: {
    full: pass("{name}"),
    short: warn('"{name}" comes first in the greeting; it is no full host name'),
    none: warn("the greeting names no host"),
    masked: warn('"{text}"; a firewall rewrites SMTP and may hide STARTTLS as well'),
  },
  judge({ banner }, say) {
    const { name, text, qualified } = banner;
    const evidence = transcript(banner);
    if (qualified) return say.full({ name }, evidence);
    if (/^220 [*\d ]*\*{4}/.test(text)) return say.masked({ text }, evidence, { text: firewall });
    return name === "" ? say.none({}, evidence) : say.short({ name }, evidence);
  },
});

const firewall = "Turn off the SMTP inspection (fixup) of the firewall in front of the host.";

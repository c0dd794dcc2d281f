import { defineCheck, fail, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "msg/spf-pass",
  on: "message",
  title: "SPF allows the address the message came from",
  why: "Receivers take mail from an address that SPF does not allow for forged, unless DKIM speaks for it.",
  fix: "Add the sending address, or the `include:` of the service that sends, to the SPF record of the reverse-path's domain.",
  refs: ["RFC 7208 §2.6", "Google sender guidelines"],
  needs: { spf: facts.messageSpf },
  verdicts: {
    passes: pass("{ip} may send for {domain}: {reason}"),
    refused: fail("{domain} says that {ip} must not send for it: {reason}"),
    doubted: warn("{result} for {ip} at {domain}: {reason}; receivers treat the message as not authenticated by SPF"),
    broken: fail("the SPF record of {domain} is broken: {reason}; no receiver can use it"),
  },
  judge({ spf: { result, reason, ip, domain, exhibit } }, say) {
    const told = { ip, domain, reason };
    if (result === "pass") return say.passes(told, exhibit);
    const fix = {
      text: `Have the SPF record of ${domain} allow ${ip}`,
      to: `${ip.includes(":") ? "ip6" : "ip4"}:${ip}`,
    };
    if (result === "fail") return say.refused(told, exhibit, fix);
    if (result === "permerror") return say.broken({ domain, reason }, exhibit);
    return say.doubted({ ...told, result }, exhibit, fix);
  },
});

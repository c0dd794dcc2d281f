import { defineCheck, everywhere, facts, fail, listed, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/dane-resolver",
  on: "postfix",
  title: "DANE has DNSSEC to rest on",
  why: "Without answers that DNSSEC vouches for, DANE is no more than an offer of TLS, and nobody notices.",
  fix: "Set smtp_dns_support_level to dnssec, and run a validating resolver on this machine.",
  refs: ["RFC 7672 §2.2", "TLS_README"],
  needs: { main: facts.postfixSettings("smtp_tls_security_level", "smtp_dns_support_level"), seen: facts.postfixSeen },
  verdicts: {
    none: pass("DANE is not in use"),
    signed: pass("DANE rests on DNSSEC, by the resolver on this machine"),
    resolver: warn("resolver {resolvers} is not on this machine; its word on DNSSEC can be forged on the way"),
    unsigned: fail("smtp_dns_support_level is {level}; DANE is in effect for nobody"),
  },
  judge({ main: { smtp_tls_security_level: tls, smtp_dns_support_level: dns }, seen }, say) {
    if (!everywhere(tls).some(({ value }) => value.startsWith("dane"))) return say.none();
    const fix = { command: postconf("smtp_dns_support_level", "dnssec") };
    if (dns.value !== "dnssec") return say.unsigned({ level: dns.value || "not set" }, settings(tls, dns), fix);
    const away = (seen.machine?.resolvers ?? []).filter((ip) => !/^(?:127\.|::1$)/.test(ip));
    return away.length > 0
      ? say.resolver({ resolvers: listed(away) }, settings(tls, dns))
      : say.signed({}, settings(tls, dns));
  },
});

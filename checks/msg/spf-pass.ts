import { defineCheck, fail, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "msg/spf-pass",
  on: "message",
  title: "SPF allows the address the message came from",
  why: "Receivers take mail from an address that SPF does not allow for forged, unless DKIM speaks for it.",
  fix: "Add the sending address, or the `include:` of the service that sends, to the SPF record of the reverse-path's domain.",
  refs: ["RFC 7208 §2.6", "Google sender guidelines"],
  needs: { spf: facts.messageSpfBesideDkim },
  verdicts: {
    passes: pass("{ip} may send for {domain}: {reason}"),
    refused: fail("{domain} says that {ip} must not send for it: {reason}; no DKIM signature speaks for the message"),
    forwarded: warn("{ip} may not send for {domain}, as after forwarding: {reason}; DMARC passes by DKIM of {signer}"),
    lost: warn("{ip} may not send for {domain}: {reason}; the key of its DKIM signature is no longer in DNS"),
    doubted: warn("{result} for {ip} at {domain}: {reason}; receivers treat the message as not authenticated by SPF"),
    broken: fail("the SPF record of {domain} is broken: {reason}; no DKIM signature speaks for the message either"),
    brokenSigned: warn("the SPF record of {domain} is broken: {reason}; DMARC rests on DKIM alone"),
  },
  judge({ spf: { result, reason, ip, domain, record, signer, lost, exhibit } }, say) {
    const told = { ip, domain, reason };
    if (result === "pass") return say.passes(told, exhibit);
    if (result === "permerror")
      return signer !== null || lost
        ? say.brokenSigned({ domain, reason }, exhibit)
        : say.broken({ domain, reason }, exhibit);
    const term = `${ip.includes(":") ? "ip6" : "ip4"}:${ip}`;
    const fix = {
      text: `If ${ip} sends for ${domain}, have its SPF record allow it; leave it as it is if ${ip} only forwards mail.`,
      ...(record === null
        ? { to: `${domain} TXT "v=spf1 ${term} ~all"` }
        : { from: record, to: ["v=spf1", term, ...record.split(" ").slice(1)].join(" ") }),
    };
    if (result !== "fail") return say.doubted({ ...told, result }, exhibit, fix);
    if (signer !== null) return say.forwarded({ ...told, signer }, exhibit, fix);
    return lost ? say.lost(told, exhibit, fix) : say.refused(told, exhibit, fix);
  },
});

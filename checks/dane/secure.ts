import { counted, defineCheck, fail, facts, maybe, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dane/secure",
  on: "host",
  title: "Senders can validate the TLSA records",
  why: "TLSA records that are not signed count for nothing, and whoever forges an unsigned MX record leads senders past them.",
  fix: "Sign the zones of the mail host and of the domain, with DS records at their parents.",
  refs: ["RFC 7672 §2.2", "RFC 7672 §2.2.1", "RFC 6698 §4.1"],
  role: "receives",
  needs: { found: facts.tlsaSecurity, mx: maybe(facts.domainSecurity) },
  verdicts: {
    secure: pass("{count}, signed, as the MX record of {domain} is"),
    said: pass("{count}, signed, as the MX record of {domain} is; so says {server}"),
    mx: warn("{count}, signed, but the MX record of {domain} is not; whoever forges it leads senders past them"),
    ignored: fail("{count}, but {zone} is not signed with a DS record at its parent; senders ignore them"),
    bogus: fail("{count}, but {why}; senders that use DANE put mail off"),
  },
  judge({ found, mx }, say, { subject: { domain } }) {
    const { answer, security, bogus, gap, believed } = found;
    const evidence = records(answer);
    const count = counted(found.count, "TLSA record");
    if (bogus !== null) return say.bogus({ count, why: bogus }, evidence);
    if (security === "insecure") return say.ignored({ count, zone: gap ?? "its zone" }, evidence);
    if (mx?.security === "insecure") return say.mx({ count, domain }, evidence); // RFC 7672 §2.2.1
    const { server } = answer;
    return believed ? say.secure({ count, domain }, evidence) : say.said({ count, domain, server }, evidence);
  },
});

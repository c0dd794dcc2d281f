import { defineCheck, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "ptr/ipv6",
  on: "sender",
  title: "An IPv6 address that sends has a name, the way back, and SPF",
  why: "Gmail rejects mail over IPv6 from an address without a confirmed name, or without authentication (550 5.7.1).",
  fix: "Set the PTR record of the address, publish the name with that AAAA record, and add the address to SPF.",
  refs: ["Google sender guidelines (5.7.1)", "RFC 7208 §5.6"],
  needs: { ipv6: facts.ipv6Sender },
  verdicts: {
    complete: pass("{name}, and SPF passes"),
    unnamed: fail("no PTR record; Gmail rejects what it sends"),
    unconfirmed: fail("{names} does not lead back; Gmail rejects what it sends"),
    unauthorised: warn("{name}, but SPF gives {result}; each message needs a DKIM signature that holds"),
  },
  judge({ ipv6: { answer, names, confirmed, spf } }, say, { subject: { name: ip } }) {
    const evidence = records(answer);
    if (names.length === 0) return say.unnamed({}, evidence);
    if (confirmed === null) return say.unconfirmed({ names }, evidence, { to: `${names[0]!}. AAAA ${ip}` });
    if (spf === "pass") return say.complete({ name: confirmed }, evidence);
    return say.unauthorised({ name: confirmed, result: spf ?? "none" }, evidence, {
      text: `Add ip6:${ip} to the SPF record`,
    });
  },
});

import { defineCheck, facts, fail, listed, maybe, pass, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/myhostname",
  on: "postfix",
  title: "The host greets by a full name that DNS has",
  why: "Receivers refuse or mistrust a client whose EHLO has a name of an inside network, or one that does not lead back to its address.",
  fix: "Set myhostname to the full name of the host, with A or AAAA records, and a PTR record of each address back to it.",
  refs: ["RFC 5321 §4.1.1.1", "RFC 5321 §2.3.5"],
  needs: { host: facts.postfixHostName, dns: maybe(facts.postfixHostAddresses) },
  verdicts: {
    known: pass("greets as {name}, which DNS has"),
    bare: fail("greets as {name}, which is no full name of the public network; many receivers refuse that"),
    relayed: warn("greets as {name}, which is no full name of the public network; only the relay hears it"),
    unresolved: warn("greets as {name}, which has no address in DNS; some receivers refuse that"),
    oneWay: warn("greets as {name}, and no PTR record of {addresses} leads back to it"),
  },
  judge({ host: { name, settings: those, relayed }, dns }, say) {
    const evidence = settings(...those);
    if (!dns) return relayed ? say.relayed({ name }, evidence) : say.bare({ name }, evidence);
    if (relayed) return say.known({ name }, evidence);
    if (dns.addresses.length === 0) return say.unresolved({ name }, evidence);
    if (dns.back.length === 0) return say.oneWay({ name, addresses: listed(dns.addresses) }, evidence);
    return say.known({ name }, evidence);
  },
});

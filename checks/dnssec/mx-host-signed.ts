import { defineCheck, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dnssec/mx-host-signed",
  on: "host",
  title: "The mail host's name is signed, and resolvers can validate it",
  why: "Senders use DANE only with a mail host whose addresses they can validate.",
  fix: "Sign the zone of the mail host, or use mail hosts in a zone that is signed.",
  refs: ["RFC 7672 §2.2.2", "RFC 4035 §5.5"],
  role: "receives",
  needs: { found: facts.hostSecurity },
  verdicts: {
    secure: pass("{apex} is signed, and {server} validates it"),
    said: pass("{apex} is signed, and {server} says that it validates it"),
    unlinked: warn("{apex} is signed, but its parent has no DS record; resolvers take it for unsigned"),
    above: warn("{apex} is signed, but {gap} above it is not vouched for; resolvers take it for unsigned"),
    unsigned: warn("{apex} is not signed; the addresses of {host} can be forged"),
    bogus: fail("{host} {type} is withheld: {why}; resolvers that validate answer SERVFAIL"),
  },
  judge({ found }, say, { subject: { name: host } }) {
    const { apex, signed, gap, security, believed, ds, bogus, answer } = found;
    const evidence = records(answer);
    const { server } = answer;
    if (bogus !== null) return say.bogus({ why: bogus, host, type: answer.type }, evidence);
    if (security === "secure")
      return believed ? say.secure({ apex, server }, evidence) : say.said({ apex, server }, evidence);
    if (!signed) return say.unsigned({ apex, host }, evidence);
    if (gap !== null && gap !== apex) return say.above({ apex, gap }, evidence);
    const text = `Have the registrar of ${apex} publish it.`;
    return say.unlinked({ apex }, evidence, ds.length > 0 ? { text, to: ds.join("\n") } : undefined);
  },
});

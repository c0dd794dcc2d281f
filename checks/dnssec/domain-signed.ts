import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dnssec/domain-signed",
  on: "domain",
  title: "The domain is signed, and resolvers can validate it",
  why: "Without DNSSEC whoever can forge an answer can send a domain's mail elsewhere, and DANE protects nobody.",
  fix: "Sign the zone, and have the registrar publish its DS record.",
  refs: ["RFC 4035 §2", "RFC 9364 §3"],
  needs: { found: facts.domainSecurity },
  verdicts: {
    secure: pass("{apex} is signed, and {server} validates it"),
    said: pass("{apex} is signed, and {server} says that it validates it"),
    unlinked: warn("{apex} is signed, but its parent has no DS record; resolvers take it for unsigned"),
    above: warn("{apex} is signed, but {gap} above it is not vouched for; resolvers take it for unsigned"),
    unsigned: warn("{apex} is not signed; its answers can be forged"),
  },
  judge({ found }, say) {
    const { apex, signed, gap, security, believed, ds, answer } = found;
    const evidence = records(answer);
    const { server } = answer;
    if (security === "secure")
      return believed ? say.secure({ apex, server }, evidence) : say.said({ apex, server }, evidence);
    if (!signed) return say.unsigned({ apex }, evidence);
    if (gap !== null && gap !== apex) return say.above({ apex, gap }, evidence);
    const text = `Have the registrar of ${apex} publish it.`;
    return say.unlinked({ apex }, evidence, ds.length > 0 ? { text, to: ds.join("\n") } : undefined);
  },
});

import { counted, defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dnssec/nsec3-iterations",
  on: "domain",
  title: "Names are hashed once, without a salt, in proofs of absence",
  why: "Further rounds cost resolvers more than they cost who guesses names, so resolvers take such zones for unsigned or refuse them.",
  fix: "Use NSEC, or NSEC3 with no further iterations and no salt.",
  refs: ["RFC 9276 §3.1", "RFC 9276 §3.2"],
  needs: { found: facts.hashedDenial },
  verdicts: {
    plain: pass("{apex} announces no hashing"),
    once: pass("hashed once, without a salt"),
    iterations: warn("{count} beside the first; resolvers may take the zone for unsigned or refuse its answers"),
    salt: warn("a salt of {octets}; it protects nothing"),
  },
  judge({ found: { apex, answer, hashing } }, say) {
    const evidence = records(answer);
    if (hashing === null) return say.plain({ apex }, evidence);
    const { iterations, salt } = hashing;
    const fix = {
      text: "With BIND, unless its dnssec-policy says so:",
      command: `rndc signing -nsec3param 1 0 0 - ${apex}`,
    };
    const found = [
      ...(iterations > 0 ? [say.iterations({ count: counted(iterations, "iteration") }, evidence, fix)] : []),
      ...(salt === "" ? [] : [say.salt({ octets: counted(salt.length / 2, "octet") }, evidence, fix)]),
    ];
    return found.length > 0 ? found : say.once({}, evidence);
  },
});

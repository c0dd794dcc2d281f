import { abridged, defineCheck, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dnssec/denial-ok",
  on: "domain",
  title: "Resolvers can prove that what is missing is missing",
  why: "A sender that uses DANE puts mail off when it cannot learn whether a mail host has TLSA records.",
  fix: "Update or mend the name server, which must prove absence with NSEC or NSEC3 records.",
  refs: ["RFC 7672 §2.1.3", "RFC 4035 §5.4", "RFC 5155 §8"],
  needs: { found: facts.bogusDenials },
  verdicts: {
    proven: pass("{names} can be proven not to exist"),
    bogus: fail("{name} {type} is not there, and that is withheld: {why}; senders that use DANE put mail off"),
    policy: fail(
      "{name} {type} is not there, and that is withheld: {why}; receivers cannot tell that there is no policy",
    ),
  },
  judge({ found: { answers, bogus } }, say) {
    if (bogus.length === 0)
      return say.proven({ names: abridged(answers.map(({ name, type }) => `${name} ${type}`)) }, answers.map(records));
    return bogus.map(({ name, type, why, answer }) =>
      type === "TLSA"
        ? say.bogus({ name, type, why }, records(answer))
        : say.policy({ name, type, why }, records(answer)),
    );
  },
});

import { defineCheck, fail, facts, pass } from "mailworthy";

export default defineCheck({
  id: "spf/loop",
  on: "domain",
  title: "SPF does not lead in a circle",
  why: "Receivers go round until they have made ten lookups and then treat the record as an error, so SPF fails.",
  fix: "Take out the include or redirect that leads back.",
  refs: ["RFC 7208 §4.6.4"],
  needs: { spf: facts.spfLoops },
  verdicts: {
    none: pass("no loop"),
    loop: fail("{term} in the record of {domain} leads back to where it came from; receivers stop at 10 lookups"),
  },
  judge({ spf }, say) {
    if (spf.loops.length === 0) return say.none();
    return spf.loops.map(({ term, domain }) => say.loop({ term, domain }, spf.exhibit));
  },
});

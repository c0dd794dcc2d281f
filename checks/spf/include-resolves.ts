import { defineCheck, fail, facts, pass } from "mailworthy";

export default defineCheck({
  id: "spf/include-resolves",
  on: "domain",
  title: "Every included domain publishes one good SPF record",
  why: "An include that leads to no record makes the whole evaluation an error, so SPF fails for every message it reaches.",
  fix: "Correct the name, or take the include out.",
  refs: ["RFC 7208 §5.2"],
  needs: { spf: facts.spfIncludes },
  verdicts: {
    resolves: pass("{targets}"),
    none: fail("{term}: {target} publishes no SPF record; receivers treat that as an error"),
    several: fail("{term}: {target} publishes more than one SPF record; receivers treat that as an error"),
    malformed: fail("{term}: {target} cannot be the name of a domain; receivers treat that as an error"),
    syntax: fail("{term}: in the record of {target}: {fault}; receivers treat that as an error"),
  },
  judge({ spf }, say) {
    if (spf.broken.length === 0) return say.resolves({ targets: spf.good });
    return spf.broken.map(({ term, target, problem, fault = "" }) =>
      say[problem]({ term, target, fault }, spf.exhibit),
    );
  },
});

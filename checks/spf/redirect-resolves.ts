import { defineCheck, fail, facts, pass } from "mailworthy";

export default defineCheck({
  id: "spf/redirect-resolves",
  on: "domain",
  title: "The domain that SPF redirects to publishes one good SPF record",
  why: "A redirect that leads to no record makes the whole evaluation an error, so SPF fails.",
  fix: "Correct the name, or put the terms into the record itself.",
  refs: ["RFC 7208 §6.1"],
  needs: { spf: facts.spfRedirects },
  verdicts: {
    resolves: pass("{targets}"),
    none: fail("{term}: {target} publishes no SPF record; receivers treat that as an error"),
    several: fail("{term}: {target} publishes more than one SPF record; receivers treat that as an error"),
    malformed: fail("{term}: {target} cannot be the name of a domain; receivers treat that as an error"),
    syntax: fail("{term}: in the record of {target}: {fault}; receivers treat that as an error"),
  },
  judge({ spf }, say) {
    if (spf.broken.length === 0) return say.resolves({ targets: spf.targets });
    return spf.broken.map(({ term, target, problem, fault = "" }) =>
      say[problem]({ term, target, fault }, spf.exhibit),
    );
  },
});

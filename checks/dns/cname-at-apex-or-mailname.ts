import { defineCheck, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dns/cname-at-apex-or-mailname",
  on: "domain",
  title: "The domain is not an alias beside records of its own",
  why: "A resolver that has seen the alias gives its target's records for all types, so mail and SPF come and go.",
  fix: "Replace the CNAME record with address records, or with what the DNS provider offers for a whole domain.",
  refs: ["RFC 1034 §3.6.2", "RFC 2181 §10.1", "RFC 1912 §2.4"],
  needs: { alias: facts.ownAlias },
  verdicts: {
    own: pass("no alias"),
    alias: pass("an alias of {target}; all its records are those of {target}"),
    beside: fail("an alias of {target} beside {types} of its own; receivers see one or the other"),
  },
  judge({ alias: { target, beside, answers } }, say) {
    if (beside) return say.beside({ target: beside.target, types: beside.types }, beside.answers.map(records));
    return target === null ? say.own() : say.alias({ target }, answers.map(records));
  },
});

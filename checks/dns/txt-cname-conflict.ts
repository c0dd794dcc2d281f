import { defineCheck, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dns/txt-cname-conflict",
  on: "domain",
  title: "No mail policy stands beside an alias",
  why: "Where both stand at one name, some receivers see the text and others what the alias leads to.",
  fix: "Keep either the TXT record or the CNAME record.",
  refs: ["RFC 1034 §3.6.2", "RFC 2181 §10.1"],
  needs: { policies: facts.policyConflicts },
  verdicts: {
    none: pass("none of {count} names has both"),
    both: fail("{name} has text and is an alias of {target}; receivers see one or the other"),
  },
  judge({ policies: { names, conflicts } }, say) {
    if (conflicts.length === 0) return say.none({ count: names.length });
    return conflicts.map(({ name, target, answers }) =>
      say.both({ name, target }, answers.map(records), {
        text: `Remove one of the two`,
        from: `${name}. CNAME ${target}.`,
      }),
    );
  },
});

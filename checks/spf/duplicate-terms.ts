import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "spf/duplicate-terms",
  on: "domain",
  title: "It is told which terms of SPF say the same again",
  why: "Receivers follow an include as often as it stands there, and each time counts towards the ten lookups.",
  fix: "Take the second one out.",
  refs: ["RFC 7208 §4.6.4"],
  needs: { spf: facts.spfDuplicates },
  verdicts: {
    none: pass("each term once"),
    again: pass("{terms} stands there again"),
    reached: pass("{target} is reached by {from}; each of them counts"),
  },
  judge({ spf: { terms, targets, answer } }, say) {
    if (terms.length + targets.length === 0) return say.none();
    return [
      ...(terms.length > 0 ? [say.again({ terms }, records(answer))] : []),
      ...targets.map(({ target, from }) => say.reached({ target, from: from.join(" and ") }, records(answer))),
    ];
  },
});

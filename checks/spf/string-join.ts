import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "spf/string-join",
  on: "domain",
  title: "No blank is missing where the strings of the SPF record meet",
  why: "Receivers join the strings of a record as they are, so that two terms become one that nobody can read.",
  fix: "Put a blank at the end of each string but the last.",
  refs: ["RFC 7208 §3.3"],
  needs: { spf: facts.spfJoins },
  verdicts: {
    one: pass("one string"),
    joined: pass("{strings} strings that join well"),
    lost: warn("{terms}: no blank between two strings; receivers read one term"),
  },
  judge({ spf: { answer, record, strings, joins, mended } }, say) {
    const evidence = records(answer);
    if (joins.length > 0) {
      const terms = joins.map(({ before, after }) => `"${before}" "${after}"`);
      return say.lost({ terms }, evidence, { from: record, to: mended });
    }
    return strings > 1 ? say.joined({ strings }, evidence) : say.one();
  },
});

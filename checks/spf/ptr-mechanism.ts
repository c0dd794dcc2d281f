import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "spf/ptr-mechanism",
  on: "domain",
  title: "The SPF record does without ptr",
  why: "`ptr` is slow and unreliable, loads the servers of the reverse zones, and some receivers skip it.",
  fix: "Replace ptr by ip4: and ip6: terms, or by a:.",
  refs: ["RFC 7208 §5.5"],
  needs: { spf: facts.spf },
  verdicts: {
    none: pass("no ptr"),
    used: warn("{terms}; SPF says that ptr should not be used"),
  },
  judge({ spf }, say) {
    const terms = spf.root.terms.filter(({ kind }) => kind === "ptr").map(({ text }) => text);
    return terms.length > 0 ? say.used({ terms }, records(spf.answer)) : say.none();
  },
});

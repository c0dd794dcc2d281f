import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "spf/terms-after-all",
  on: "domain",
  title: "No SPF mechanism stands after all",
  why: "Receivers stop at all, so the hosts named after it may not send.",
  fix: "Move all to the end of the record.",
  refs: ["RFC 7208 §5.1"],
  needs: { spf: facts.spf },
  verdicts: {
    none: pass("nothing after all"),
    ignored: warn("{terms} after {all}; receivers never get there"),
  },
  judge({ spf }, say) {
    const { terms } = spf.root;
    const at = terms.findIndex(({ kind }) => kind === "all");
    const after = terms.filter((term, place) => at >= 0 && place > at && "qualifier" in term);
    if (after.length === 0) return say.none();
    const all = terms[at]!.text;
    const moved = terms.filter((term) => term.kind !== "all").map(({ text }) => text);
    const fix = { text: `move ${all} to the end`, from: spf.record, to: ["v=spf1", ...moved, all].join(" ") };
    return say.ignored({ terms: after.map(({ text }) => text), all }, records(spf.answer), fix);
  },
});

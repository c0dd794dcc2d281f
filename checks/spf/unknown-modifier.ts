import { defineCheck, facts, pass } from "mailworthy";

export default defineCheck({
  id: "spf/unknown-modifier",
  on: "domain",
  title: "It is told which modifiers of SPF nobody knows",
  why: "Modifiers that nobody knows are legal and ignored, so whatever they are to say is not heard.",
  fix: "Take the modifier out if no receiver of yours asked for it.",
  needs: { spf: facts.spf },
  verdicts: {
    none: pass("only modifiers that receivers know"),
    ignored: pass("{terms}: legal, and ignored by receivers"),
  },
  judge({ spf }, say) {
    const terms = spf.root.terms.filter(({ kind }) => kind === "unknown").map(({ text }) => text);
    return terms.length > 0 ? say.ignored({ terms }) : say.none();
  },
});

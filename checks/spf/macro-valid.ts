import { defineCheck, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "spf/macro-valid",
  on: "domain",
  title: "The macros of the SPF record are well formed",
  why: "A macro that cannot be read makes the whole record an error, so SPF fails for every message.",
  fix: "Correct the macro, or name the hosts without one.",
  refs: ["RFC 7208 §7"],
  needs: { spf: facts.spf },
  verdicts: {
    valid: pass("{macros}"),
    none: pass("no macros"),
    malformed: fail("at character {position}: {term}: {problem}; receivers drop the whole record"),
  },
  judge({ spf }, say) {
    const { faults, terms } = spf.root;
    const evidence = records(spf.answer);
    const malformed = faults
      .filter((fault) => fault.in === "macro")
      .map(({ at, text, message }) => say.malformed({ position: at + 1, term: text, problem: message }, evidence));
    if (malformed.length > 0) return malformed;
    const macros = terms.flatMap(({ text }) => text.match(/%\{[^}]*\}/g) ?? []);
    return macros.length > 0 ? say.valid({ macros: [...new Set(macros)] }) : say.none();
  },
});

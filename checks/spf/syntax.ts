import { defineCheck, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "spf/syntax",
  on: "domain",
  title: "The SPF record follows the grammar",
  why: "One term that cannot be read makes the whole record an error, so SPF fails for every message.",
  fix: "Correct the term, or take it out.",
  refs: ["RFC 7208 §12", "RFC 7208 §4.6"],
  needs: { spf: facts.spf },
  verdicts: {
    valid: pass("{record}"),
    malformed: fail("at character {position}: {term}: {problem}; receivers drop the whole record"),
    ignored: warn("{term} is read as a modifier that nobody knows, and ignored; {meant} is meant"),
  },
  judge({ spf }, say) {
    const { record, root, answer } = spf;
    const faults = root.faults
      .filter((fault) => fault.in === "term")
      .map(({ at, text, message }) =>
        say.malformed({ position: at + 1, term: text, problem: message }, records(answer)),
      );
    const ignored = root.terms.flatMap((term) =>
      term.kind === "unknown" && mechanisms.test(term.name)
        ? [say.ignored({ term: term.text, meant: term.text.replace("=", ":") }, records(answer))]
        : [],
    );
    const findings = [...faults, ...ignored];
    return findings.length > 0 ? findings : say.valid({ record }, records(answer));
  },
});

/** Names with which nobody means a modifier of his own. */
const mechanisms = /^(?:include|a|mx|ptr|exists|ip4|ip6)$/i;

import { clean, defineReporter, type Opening, problemsOf, type Report, type Rules } from "mailworthy";

const severities = { fail: "critical", warn: "minor", inconclusive: "info" } as const;

/** GitLab's Code Quality: one array, an entry for each problem that is not waived; empty where there is none. */
export default defineReporter({
  name: "gitlab",
  title: "Code Quality for GitLab",
  open(out) {
    let rules: Rules = new Map();
    let written = 0;
    return {
      start({ checks }: Opening) {
        rules = new Map(checks.map((check) => [check.id, check]));
        return out.write("[");
      },
      report(report: Report) {
        const lines = problemsOf(report, rules)
          .filter(({ waived }) => waived === undefined)
          .map(({ check, status, text, place, fingerprint }) => {
            const entry = {
              description: clean.terminal(text),
              check_name: check,
              fingerprint,
              severity: severities[status],
              location: { path: clean.path(place.file), lines: { begin: place.line ?? 1 } },
            };
            return `${written++ > 0 ? ",\n" : "\n"}${clean.json(entry)}`;
          });
        return lines.length > 0 ? out.write(lines.join("")) : undefined;
      },
      end: () => out.write("\n]\n"),
    };
  },
});

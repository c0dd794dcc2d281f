import { clean, defineReporter, type Opening, type Problem, problemsIn, type Report } from "mailworthy";

const severities = { fail: "critical", warn: "minor", inconclusive: "info" } as const;

/** GitLab's Code Quality: one array, an entry for each problem that is not waived; empty where there is none. */
export default defineReporter({
  name: "gitlab",
  title: "Code Quality for GitLab",
  open(out) {
    let problems: (report: Report) => Problem[] = () => [];
    let written = 0;
    return {
      start(opening: Opening) {
        problems = problemsIn(opening);
        return out.write("[");
      },
      report(report: Report) {
        const lines = problems(report)
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

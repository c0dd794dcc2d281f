import { clean, defineReporter, type Opening, type Problem, problemsIn, type Report, urlOf } from "mailworthy";

const severities = { fail: "ERROR", warn: "WARNING", inconclusive: "INFO" } as const;

/** Diagnostics for reviewdog, which puts the messages into comments: they are Markdown. What is waived is left out. */
export default defineReporter({
  name: "rdjson",
  title: "diagnostics for reviewdog",
  open(out) {
    let problems: (report: Report) => Problem[] = () => [];
    let written = 0;
    return {
      start(opening: Opening) {
        problems = problemsIn(opening);
        return out.write(`{"source":{"name":"mailworthy"},\n"diagnostics":[`);
      },
      report(report: Report) {
        const lines = problems(report)
          .filter(({ waived }) => waived === undefined)
          .map((problem) => `${written++ > 0 ? ",\n" : "\n"}${clean.json(diagnostic(problem))}`);
        return lines.length > 0 ? out.write(lines.join("")) : undefined;
      },
      end: () => out.write("\n]}\n"),
    };
  },
});

function diagnostic({ check, rule, status, text, fix, place: { file, line, column } }: Problem): object {
  const url = rule?.refs?.map(urlOf).find((found) => found !== undefined);
  const lines = [clean.markdown(text), ...(fix?.text === undefined ? [] : [`Fix: ${clean.markdown(fix.text)}`])];
  return {
    message: [...lines, ...(fix?.to === undefined ? [] : [clean.markdownBlock([fix.to])])].join("\n\n"),
    location: {
      path: clean.path(file),
      ...(line !== undefined && { range: { start: { line, ...(column !== undefined && { column }) } } }),
    },
    severity: severities[status],
    code: { value: check, ...(url !== undefined && { url }) },
  };
}

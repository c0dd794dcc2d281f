import { clean, defineReporter, type Opening, type Problem, problemsIn, type Report } from "mailworthy";

const severities = { fail: "error", warn: "warning", inconclusive: "info" } as const;

/** Checkstyle's XML, which Jenkins, reviewdog and many others read; what is waived is left out. */
export default defineReporter({
  name: "checkstyle",
  title: "Checkstyle XML for Jenkins and others",
  open(out) {
    let problems: (report: Report) => Problem[] = () => [];
    return {
      start(opening: Opening) {
        problems = problemsIn(opening);
        return out.write(`<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="8.0">\n`);
      },
      report(report: Report) {
        const shown = problems(report).filter(({ waived }) => waived === undefined);
        const files = new Map<string, string[]>();
        for (const problem of shown) {
          const file = clean.path(problem.place.file);
          if (!files.has(file)) files.set(file, []);
          files.get(file)!.push(error(problem));
        }
        return files.size > 0
          ? out.write(Array.from(files, ([name, errors]) => element(name, errors)).join(""))
          : undefined;
      },
      end: () => out.write("</checkstyle>\n"),
    };
  },
});

const element = (name: string, errors: readonly string[]): string =>
  `  <file name="${clean.xml(name)}">\n${errors.join("")}  </file>\n`;

function error({ check, status, text, place: { line, column } }: Problem): string {
  const at = [line === undefined ? "" : ` line="${line}"`, column === undefined ? "" : ` column="${column}"`].join("");
  // Jenkins parts the source at its last dot into a category and a type.
  const source = clean.xml(`mailworthy.${check.replaceAll("/", ".")}`);
  return `    <error${at} severity="${severities[status]}" message="${clean.xml(text)}" source="${source}"/>\n`;
}

import {
  clean,
  defineReporter,
  label,
  lastLine,
  type Opening,
  palette,
  type Report,
  type Result,
  shorten,
  type Status,
  type Summary,
} from "mailworthy";

/** So many that failed are named. */
const named = 20;

/** A character a result, as test runners write it, then what failed in a line each. */
export default defineReporter({
  name: "dot",
  title: "a character a result, then what failed",
  closes: true,
  open(out, options) {
    const { symbols, paint, spell, ellipsis } = palette(out);
    const marks: Record<Status, string> = { ...symbols, pass: "." };
    const failed: string[] = [];
    let total: number | undefined;
    let failures = 0;
    let column = 0;

    const mark = ({ status }: Result): string => {
      const start = column > 0 && column % out.columns === 0 ? "\n" : "";
      column++;
      return start + (status === "pass" ? marks.pass : paint(status, marks[status]));
    };
    const keep = ({ check, subject, findings }: Result): void => {
      failures++;
      if (failures > named && !options.all) return;
      const text = findings.find(({ level }) => level === "fail")?.text ?? "";
      const line = spell(clean.terminal(`${check}  ${label(subject)}  ${text}`));
      failed.push(`${paint("fail", symbols.fail)} ${shorten(line, out.columns - 2, ellipsis)}`);
    };

    return {
      start: (opening: Opening) => void (total = opening.total),
      report({ results }: Report) {
        for (const result of results) if (result.status === "fail") keep(result);
        return out.write(results.map(mark).join(""));
      },
      end(summary: Summary) {
        const more = failures > failed.length ? [`  ${ellipsis} ${failures - failed.length} more failing`] : [];
        const lines = [...(column > 0 ? [""] : []), ...failed, ...more, lastLine(summary, out, total)];
        return out.write(`${lines.join("\n")}\n`);
      },
    };
  },
});

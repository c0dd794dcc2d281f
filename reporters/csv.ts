import { clean, defineReporter, label, type Report, type Result } from "mailworthy";

const columns = ["domain", "kind", "subject", "check", "status", "verdict", "text", "cause"];

/** A table for spreadsheets, a row for each finding, or for each result that has none (RFC 4180). */
export default defineReporter({
  name: "csv",
  title: "a table for spreadsheets, a row for each finding",
  open(out) {
    return {
      start: () => out.write(`${columns.join(",")}\r\n`),
      report: ({ results }: Report) =>
        out.write(
          results
            .flatMap(rows)
            .map((row) => `${row}\r\n`)
            .join(""),
        ),
    };
  },
});

function rows({ check, subject, status, reason = "", cause = "", findings }: Result): string[] {
  const row = (status: string, verdict: string, text: string): string =>
    [subject.domain ?? "", subject.kind, label(subject), check, status, verdict, text, cause].map(clean.csv).join(",");
  if (status === "skip" || findings.length === 0) return [row(status, "", reason)];
  return findings.map(({ verdict, level, text }) => row(level, verdict, text));
}

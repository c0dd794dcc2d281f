import { clean, defineReporter, label, nameOf, type Outcome, type Report, type Result } from "mailworthy";

const columns = ["domain", "kind", "subject", "check", "status", "verdict", "text", "cause", "requirements"];

/**
 * A table for spreadsheets (RFC 4180): a row for each finding, or for each result that has none, and a row of kind
 * `requirement` for each that was rolled up.
 */
export default defineReporter({
  name: "csv",
  title: "a table for spreadsheets, a row for each finding",
  open(out) {
    return {
      start: () => out.write(`${columns.join(",")}\r\n`),
      report: ({ target, results, requirements = [] }: Report) =>
        out.write(
          [...results.flatMap(rows), ...requirements.map((outcome) => rolledUp(target, outcome))]
            .map((row) => `${row}\r\n`)
            .join(""),
        ),
    };
  },
});

function rows({ check, subject, status, reason = "", cause = "", findings, requirements = [] }: Result): string[] {
  const own = [subject.domain ?? "", subject.kind, label(subject), check];
  const row = (status: string, verdict: string, text: string): string =>
    written([...own, status, verdict, text, cause, requirements.join(" ")]);
  if (status === "skip" || findings.length === 0) return [row(status, "", reason)];
  return findings.map(({ verdict, level, text }) => row(level, verdict, text));
}

/** The status is the state of the requirement, in its own words. */
const rolledUp = (target: Report["target"], { requirement, state, reason = "", grounds }: Outcome): string =>
  written([
    target ? nameOf(target) : "",
    "requirement",
    requirement,
    [...new Set(grounds.map(({ check }) => check))].join(" "),
    state,
    "",
    reason,
    "",
    requirement,
  ]);

const written = (cells: readonly string[]): string => cells.map(clean.csv).join(",");

import {
  clean,
  closing,
  defineReporter,
  type Opening,
  type Report,
  type Row,
  rowOf,
  type Status,
  type Summary,
  view,
  Worst,
} from "mailworthy";

/** So many of the worst targets have a line. */
const most = 10;

/** The states of a monitoring plugin; each stands at its exit code. */
const states = ["OK", "WARNING", "CRITICAL", "UNKNOWN"] as const;

/** Labels of figures; at more than the threshold, warning or critical, the state is bad. */
const figures: readonly [label: string, status: Status, thresholds: string][] = [
  ["fail", "fail", ";0"],
  ["unknown", "inconclusive", ";"],
  ["warn", "warn", "0;"],
  ["pass", "pass", ";"],
  ["skip", "skip", ";"],
];

/**
 * A line as monitoring plugins print it, figures behind a bar, and then a line for each of the worst targets. The exit
 * code is that of a plugin: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.
 */
export default defineReporter({
  name: "nagios",
  title: "a line for Nagios or Icinga, with their exit codes",
  closes: true,
  exit: codeOf,
  open(out) {
    const rows = new Worst<Row>(most);
    let total: number | undefined;
    return {
      start(opening: Opening) {
        total = opening.total;
      },
      report(report: Report) {
        const row = rowOf(view(report));
        if (row.gist) rows.add(row);
      },
      end(summary: Summary) {
        const { word, counts } = closing(summary, total);
        const shown = rows.all().slice(0, most);
        const gist = shown[0]?.gist ? ` (${shown[0].gist.check})` : "";
        const status = clean.nagios(`MAILWORTHY ${states[codeOf(summary)]} - ${word}: ${counts}${gist}`);
        const measured = figures.map(([label, of, thresholds]) => `${label}=${summary.counts[of]};${thresholds};0`);
        const lines = shown.map(({ name, gist }) =>
          clean.nagios([name, gist?.check, gist?.text].filter(Boolean).join(": ")),
        );
        return out.write(`${[`${status} | ${measured.join(" ")}`, ...lines].join("\n")}\n`);
      },
    };
  },
});

/** A run that was cut short has not seen all, but what failed has failed. */
function codeOf({ exit, counts }: Summary): 0 | 1 | 2 | 3 {
  if (exit === 2) return 3;
  if (exit === 1 || counts.fail > 0) return 2;
  if (exit === 3 || exit === 130) return 3;
  return counts.warn > 0 ? 1 : 0;
}

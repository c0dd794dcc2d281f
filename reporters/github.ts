import {
  clean,
  closing,
  defineReporter,
  number,
  type Opening,
  placeOf,
  type Report,
  type Rules,
  type Said,
  type Summary,
  told,
  toldWhole,
  type Unknown,
  view,
} from "mailworthy";

type Grade = "error" | "warning";
/** GitHub keeps so many annotations of a job. */
const most = 50;

/**
 * Annotations of GitHub Actions: what fails, what could not be learnt, what warns, in that order, and how the run ended.
 */
export default defineReporter({
  name: "github",
  title: "annotations for GitHub Actions",
  open(out) {
    const errors: string[] = [];
    const unknown: string[] = [];
    const warnings: string[] = [];
    const told = new Set<string>();
    let rules: Rules = new Map();
    let total: number | undefined;
    let all = 0;
    const keep = (lines: string[], line: string): void => {
      all++;
      if (lines.length < most) lines.push(line);
    };
    return {
      start(opening: Opening) {
        rules = new Map(opening.checks.map((check) => [check.id, check]));
        total = opening.total;
      },
      report(report: Report) {
        const seen = view(report, rules);
        for (const said of seen.failing) keep(errors, finding("error", said, seen.name));
        for (const one of seen.unknown) {
          if (one.cause !== undefined && told.has(one.cause)) continue;
          if (one.cause !== undefined && told.size < most) told.add(one.cause);
          keep(unknown, stalled(one, seen.name));
        }
        for (const said of seen.warning) keep(warnings, finding("warning", said, seen.name));
      },
      end(summary: Summary) {
        const shown = [...errors, ...unknown, ...warnings].slice(0, most - 1);
        const { word, counts, exit } = closing(summary, total);
        const more = all > shown.length ? `; ${number(all - shown.length)} more are not shown here` : "";
        const last = `::notice title=mailworthy::${clean.annotation(`${word}: ${counts}; ${exit}${more}`)}`;
        return out.write(`${[...shown, last].join("\n")}\n`);
      },
    };
  },
});

function finding(grade: Grade, said: Said, domain: string | undefined): string {
  const { check, evidence, fix } = said;
  return command(grade, { title: titled(check, domain), ...placeOf(evidence) }, [
    told(said),
    ...(fix?.text === undefined ? [] : [`fix: ${fix.text}`]),
    ...(fix?.to === undefined ? [] : [`+ ${fix.to}`]),
  ]);
}

const stalled = (unknown: Unknown, domain: string | undefined): string =>
  command("warning", { title: titled("could not find out", domain) }, [toldWhole(unknown), ...unknown.next]);

const titled = (what: string, domain: string | undefined): string =>
  domain === undefined ? what : `${what} on ${domain}`;

function command(grade: Grade, properties: Record<string, string | number>, lines: readonly string[]): string {
  const given = Object.entries(properties).map(([name, value]) => `${name}=${clean.annotationProperty(String(value))}`);
  return `::${grade} ${given.join(",")}::${clean.annotation(...lines)}`;
}

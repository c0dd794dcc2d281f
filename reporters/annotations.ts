import {
  closing,
  number,
  type Opening,
  type Out,
  placeOf,
  type Report,
  type Reporter,
  type Rules,
  type Said,
  type Summary,
  told,
  toldWhole,
  view,
} from "mailworthy";

/** A remark that a build server shows beside the code or the build. */
export interface Annotation {
  grade: "error" | "warning";
  title: string;
  check?: string;
  place: ReturnType<typeof placeOf>;
  lines: readonly string[];
}

/** How a build server wants them. */
interface Dialect {
  /** It shows so many of each grade. */
  most: number;
  write(annotation: Annotation): string;
  /** How the run ended. */
  close(text: string): string;
}

/** What fails, what could not be learnt, what warns, in that order and no more than are shown; then how the run ended. */
export function annotations(out: Out, { most, write, close }: Dialect): Reporter {
  const kept = { fail: [] as string[], unknown: [] as string[], warn: [] as string[] };
  const causes = new Set<string>();
  let rules: Rules = new Map();
  let total: number | undefined;
  let all = 0;
  const keep = (of: keyof typeof kept, annotation: Annotation): void => {
    all++;
    if (kept[of].length < most) kept[of].push(write(annotation));
  };
  return {
    start(opening: Opening) {
      rules = new Map(opening.checks.map((check) => [check.id, check]));
      total = opening.total;
    },
    report(report: Report) {
      const seen = view(report, rules);
      // What was wrong before the change is none of the change's faults.
      const own = (said: Said): boolean => said.change !== "unchanged" && said.change !== "improved";
      for (const said of seen.failing.filter(own)) keep("fail", finding("error", said, seen.name));
      for (const one of seen.unknown) {
        if (one.cause !== undefined && causes.has(one.cause)) continue;
        if (one.cause !== undefined && causes.size < 50) causes.add(one.cause);
        const title = titled("could not find out", seen.name);
        keep("unknown", {
          grade: "warning",
          title,
          place: placeOf(one.evidence),
          lines: [toldWhole(one), ...one.next],
        });
      }
      for (const said of seen.warning.filter(own)) keep("warn", finding("warning", said, seen.name));
    },
    end(summary: Summary) {
      const shown = [...kept.fail, ...[...kept.unknown, ...kept.warn].slice(0, most)];
      const { word, counts, exit } = closing(summary, total);
      const more = all > shown.length ? `; … and ${number(all - shown.length)} more` : "";
      return out.write(`${[...shown, close(`${word}: ${counts}; ${exit}${more}`)].join("\n")}\n`);
    },
  };
}

function finding(grade: Annotation["grade"], said: Said, domain: string | undefined): Annotation {
  const { check, evidence, fix } = said;
  const lines = [
    told(said),
    ...(fix?.text === undefined ? [] : [`fix: ${fix.text}`]),
    ...(fix?.to === undefined ? [] : [`+ ${fix.to}`]),
  ];
  return { grade, title: titled(check, domain), check, place: placeOf(evidence), lines };
}

const titled = (what: string, domain: string | undefined): string =>
  domain === undefined ? what : `${what} on ${domain}`;

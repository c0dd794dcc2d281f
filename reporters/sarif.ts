import {
  type Check,
  clean,
  counted,
  defineReporter,
  family,
  type Opening,
  type Problem,
  problemsIn,
  type Report,
  type Summary,
  urlOf,
  version,
} from "mailworthy";

/** GitHub takes so many results of a run; the last are kept for what fails. */
const most = { all: 25_000, warnings: 20_000, unknown: 100 };
const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/**
 * SARIF 2.1.0 as GitHub's code scanning takes it. What fails and what warns is a result; what is waived is one that is
 * suppressed; what could not be learnt is none, but a notification of the tool.
 */
export default defineReporter({
  name: "sarif",
  title: "SARIF 2.1.0 for code scanning",
  open(out) {
    const notes = new Set<string>();
    let problems: (report: Report) => Problem[] = () => [];
    let indices = new Map<string, number>();
    let written = 0;
    let left = 0;
    return {
      start(opening: Opening) {
        const { checks } = opening;
        problems = problemsIn(opening);
        indices = new Map(checks.map(({ id }, at) => [id, at]));
        const driver = {
          name: "mailworthy",
          semanticVersion: version,
          rules: checks.map(rule),
        };
        return out.write(
          `{"$schema":"${schema}",\n"version":"2.1.0",\n"runs":[{"tool":${clean.json({ driver })},\n"columnKind":"utf16CodeUnits",\n"results":[`,
        );
      },
      report(report: Report) {
        const lines: string[] = [];
        for (const problem of problems(report)) {
          if (problem.status === "inconclusive") {
            if (problem.cause === undefined && notes.size < most.unknown) notes.add(problem.text);
          } else if (written < (problem.status === "fail" ? most.all : most.warnings)) {
            lines.push(`${written++ > 0 ? ",\n" : "\n"}${clean.json(result(problem, indices.get(problem.check)))}`);
          } else left++;
        }
        return lines.length > 0 ? out.write(lines.join("")) : undefined;
      },
      end({ at, took, exit, causes, gate }: Summary) {
        const told = [
          ...causes.map(({ text, results }) => `${text}: ${counted(results, "check")} not made`),
          ...notes,
          ...(left > 0 ? [`${counted(left, "more result")} left out`] : []),
        ];
        const invocation = {
          executionSuccessful: exit !== 2 && exit !== 130,
          exitCode: exit,
          startTimeUtc: at,
          endTimeUtc: new Date(Date.parse(at) + took).toISOString(),
          toolExecutionNotifications: told.map((text) => ({ level: "warning", message: { text: clean.sarif(text) } })),
        };
        // A second upload of one category takes the place of the first.
        const id = { id: gate ? "mailworthy/gate/" : "mailworthy/audit/" };
        return out.write(
          `\n],\n"automationDetails":${clean.json(id)},\n"invocations":[${clean.json(invocation)}]}]}\n`,
        );
      },
    };
  },
});

/** In the words of SARIF §3.27.24, which has none for a change that somebody else made. */
const baselines = {
  new: "new",
  unsuppressed: "new",
  external: "new",
  unknown: "new",
  worsened: "updated",
  improved: "updated",
  unchanged: "unchanged",
  fixed: "absent",
} as const;

const levels = { fail: "error", warn: "warning", pass: "note" } as const;

function rule({ id, title, why, fix, refs = [], verdicts }: Check): object {
  const said = Object.values(verdicts).map(({ level }) => level);
  const level = said.includes("fail") ? "fail" : said.includes("warn") ? "warn" : "pass";
  const helpUri = refs.map(urlOf).find((url) => url !== undefined);
  const text = clean.sarif(title);
  const help = clean.sarif(fix) || text;
  return {
    id,
    name: id.replace(/(?:^|[/-])(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text },
    fullDescription: { text: clean.sarif(why) || text },
    help: { text: help, markdown: clean.markdown(fix) || help },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level: levels[level] },
    properties: {
      tags: ["email", family(id)],
      precision: "high",
      "problem.severity": { fail: "error", warn: "warning", pass: "recommendation" }[level],
    },
  };
}

function result(
  { check, status, text, fix, place, fingerprint, change, waived, borne }: Problem,
  ruleIndex?: number,
): object {
  const { file, line = 1, column = 1 } = place;
  const lines = [text, fix?.text, fix?.to === undefined ? undefined : `+ ${fix.to}`];
  return {
    ruleId: check,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: status === "fail" ? "error" : "warning",
    ...(change && { baselineState: baselines[change] }),
    message: { text: lines.flatMap((line) => (line === undefined ? [] : [clean.sarif(line)])).join("\n") || check },
    locations: [physical(file, line, column)],
    // GitHub reads the first only, and tracks an alert by it.
    partialFingerprints: {
      primaryLocationLineHash: `${fingerprint.slice(0, 16)}:1`,
      "mailworthy/v1": fingerprint,
    },
    ...(waived !== undefined && {
      suppressions: [
        {
          kind: borne?.by === "comment" ? "inSource" : "external",
          status: "accepted",
          justification: clean.sarif(waived),
          ...(borne?.file !== undefined && { location: physical(borne.file, borne.line, 1) }),
        },
      ],
    }),
  };
}

const physical = (file: string, line = 1, column = 1): object => ({
  physicalLocation: {
    artifactLocation: { uri: clean.uri(file) || "mailworthy" },
    region: { startLine: line, startColumn: column, endLine: line, endColumn: column + 1 },
  },
});

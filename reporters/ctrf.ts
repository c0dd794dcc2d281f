import {
  clean,
  defineReporter,
  family,
  label,
  messageOf,
  nameOf,
  type Opening,
  placeOf,
  type Report,
  type Result,
  type Summary,
  version,
} from "mailworthy";

const statuses = { pass: "passed", warn: "passed", fail: "failed", skip: "skipped", inconclusive: "other" } as const;

/**
 * CTRF 1.0, a test for each result. A warning has passed, and says so in `rawStatus`; what could not be learnt is
 * `other`.
 */
export default defineReporter({
  name: "ctrf",
  title: "CTRF 1.0, a test for each result",
  open(out) {
    let written = 0;
    return {
      start({ at }: Opening) {
        const head = { reportFormat: "CTRF", specVersion: "1.0.0", timestamp: at, generatedBy: "mailworthy" };
        const tool = { name: "mailworthy", version };
        return out.write(`${clean.json(head).slice(0, -1)},\n"results":{"tool":${clean.json(tool)},\n"tests":[`);
      },
      report({ target, results }: Report) {
        const suite = target ? nameOf(target) : "mailworthy";
        const lines = results.map((result) => `${written++ > 0 ? ",\n" : "\n"}${clean.json(test(result, suite))}`);
        return lines.length > 0 ? out.write(lines.join("")) : undefined;
      },
      end({ at, took, counts }: Summary) {
        const start = Date.parse(at);
        const summary = {
          tests: written,
          passed: counts.pass + counts.warn,
          failed: counts.fail,
          skipped: counts.skip,
          pending: 0,
          other: counts.inconclusive,
          start,
          stop: start + took,
        };
        return out.write(`\n],\n"summary":${clean.json(summary)}}}\n`);
      },
    };
  },
});

function test(result: Result, suite: string): object {
  const { check, subject, status, findings } = result;
  const { file, line } = placeOf(findings.flatMap(({ evidence = [] }) => evidence));
  const message = clean.terminal(messageOf(result));
  return {
    name: clean.terminal(`${check} [${label(subject)}]`),
    status: statuses[status],
    rawStatus: status,
    duration: 0,
    suite: [clean.terminal(suite) || "mailworthy", family(check)],
    tags: [family(check)],
    ...(message !== "" && { message }),
    ...(file !== undefined && { filePath: clean.path(file) }),
    ...(line !== undefined && { line }),
  };
}

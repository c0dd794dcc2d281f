import {
  clean,
  closing,
  defineReporter,
  label,
  messageOf,
  nameOf,
  type Opening,
  type Report,
  type Result,
  type Summary,
} from "mailworthy";

/**
 * Service messages of TeamCity: a suite for each target, a test for each result. What does not apply and what could not
 * be learnt is ignored with its reason; a warning passes and is told in its output.
 */
export default defineReporter({
  name: "teamcity",
  title: "service messages for TeamCity",
  open(out) {
    let total: number | undefined;
    return {
      start(opening: Opening) {
        total = opening.total;
      },
      report({ target, results }: Report) {
        if (results.length === 0) return;
        const name = target ? nameOf(target) : "mailworthy";
        const seen = new Map<string, number>();
        const lines = results.flatMap((result) => test(result, seen));
        return out.write(
          [message("testSuiteStarted", { name }), ...lines, message("testSuiteFinished", { name }), ""].join("\n"),
        );
      },
      end(summary: Summary) {
        const { word, counts } = closing(summary, total);
        const status = summary.exit === 1 ? "ERROR" : summary.exit === 0 ? "NORMAL" : "WARNING";
        return out.write(`${message("message", { text: `mailworthy: ${word}: ${counts}`, status })}\n`);
      },
    };
  },
});

function test(result: Result, seen: Map<string, number>): string[] {
  const { check, subject, status } = result;
  const named = `${check} [${label(subject)}]`;
  const times = (seen.get(named) ?? 0) + 1;
  seen.set(named, times);
  const name = times > 1 ? `${named} (${times})` : named;
  const told = messageOf(result);
  const body = {
    pass: [],
    warn: [message("testStdOut", { name, out: `warning: ${told}` })],
    fail: [message("testFailed", { name, message: told })],
    skip: [message("testIgnored", { name, message: told })],
    inconclusive: [message("testIgnored", { name, message: `unknown: ${told}` })],
  }[status];
  return [message("testStarted", { name }), ...body, message("testFinished", { name })];
}

const message = (name: string, values: Record<string, string>): string =>
  `##teamcity[${name} ${Object.entries(values)
    .map(([key, value]) => `${key}='${clean.teamcity(value)}'`)
    .join(" ")}]`;

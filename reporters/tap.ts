import { clean, defineReporter, label, messageOf, type Report, type Result } from "mailworthy";

/**
 * TAP 14, a test point for each result. A warning is a TODO that did not hold, so that it is seen and fails nothing;
 * what could not be learnt is skipped, since it neither holds nor fails.
 */
export default defineReporter({
  name: "tap",
  title: "TAP 14, a test point for each result",
  open(out) {
    let points = 0;
    return {
      start: () => out.write("TAP version 14\n"),
      report: ({ results }: Report) => {
        const lines = results.flatMap((result) => point(result, ++points));
        return lines.length > 0 ? out.write(`${lines.join("\n")}\n`) : undefined;
      },
      end: () => out.write(points > 0 ? `1..${points}\n` : "1..0 # SKIP nothing was judged\n"),
    };
  },
});

function point(result: Result, at: number): string[] {
  const { check, subject, status } = result;
  const ok = status === "fail" || status === "warn" ? "not ok" : "ok";
  const directive = {
    pass: "",
    fail: "",
    warn: ` # TODO ${clean.tap(messageOf(result))}`,
    skip: ` # SKIP ${clean.tap(messageOf(result))}`,
    inconclusive: ` # SKIP unknown: ${clean.tap(messageOf(result))}`,
  }[status];
  return [`${ok} ${at} - ${clean.tap(`${check} ${label(subject)}`)}${directive}`, ...diagnosis(result)];
}

/** What is wrong, as YAML whose values are all quoted. */
function diagnosis(result: Result): string[] {
  const { status, subject, findings, cause } = result;
  if (status === "pass" || status === "skip") return [];
  const told = {
    status,
    domain: subject.domain,
    message: messageOf(result),
    verdict: findings.find(({ level }) => level === status)?.verdict,
    cause,
  };
  const lines = Object.entries(told).filter(([, value]) => value !== undefined);
  return ["  ---", ...lines.map(([key, value]) => `  ${key}: ${clean.json(clean.visible(value!))}`), "  ..."];
}

// node examples/library.ts example.com example.net
import { pathToFileURL } from "node:url";
import { auditEach, clean, label, messageOf, type AuditOptions, type Report, type Summary } from "mailworthy";

/** Audits domains by what Gmail asks of senders, and tells each failure as it lands. */
export async function watch(
  domains: AuditOptions["targets"],
  tell: (line: string) => void,
  more: Partial<AuditOptions> = {},
): Promise<Summary> {
  const reports = auditEach({
    preset: ["gmail-bulk"],
    checks: { "spf/lookup-limit": { near: 8 } },
    totalTimeout: 10 * 60_000,
    ...more,
    targets: domains,
  });
  for (let next = await reports.next(); ; next = await reports.next()) {
    if (next.done) return next.value;
    failures(next.value).forEach(tell);
  }
}

const failures = ({ results }: Report): string[] =>
  results
    .filter(({ status }) => status === "fail")
    .map((result) => clean.terminal(`${label(result.subject)}: ${messageOf(result)} (${result.check})`));

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { counts, exit } = await watch(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
  process.stdout.write(`${counts.fail} failures, ${counts.inconclusive} unknown\n`);
  process.exitCode = exit;
}

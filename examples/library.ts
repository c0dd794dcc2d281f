// Auditing from a program: the same checks, facts and reports as on the command line.
import { audit, label } from "mailworthy";

const { summary, reports } = await audit({
  targets: ["example.com", { domain: "example.net", selectors: ["s1"], senders: ["192.0.2.25"] }],
  preset: ["recommended"],
  only: ["mx/*", "spf/*", "dmarc/*"],
});

for (const { results } of reports) {
  for (const { check, subject, findings } of results) {
    for (const { level, text } of findings)
      if (level === "fail") process.stdout.write(`${check} ${label(subject)}: ${text}\n`);
  }
}
process.exitCode = summary.exit;

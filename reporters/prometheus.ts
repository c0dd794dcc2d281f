import { clean, defineReporter, nameOf, type Report, type Status, type Summary, worst, worstFirst } from "mailworthy";

/**
 * Metrics in the text format of Prometheus, for node_exporter's textfile collector: the worst status of each check on
 * each target, and when the run was, so that one that no longer runs is noticed. No text from outside but names of
 * targets becomes a label. Give it a file that ends with `.prom`; it is put in place whole.
 */
export default defineReporter({
  name: "prometheus",
  title: "metrics for node_exporter's textfile collector",
  open: (out) => ({
    start: () => out.write(head("mailworthy_check_status", "The status of a check on a target: 1 is the one it has.")),
    report({ target, results }: Report) {
      if (!target || results.length === 0) return;
      const name = clean.label(nameOf(target));
      const checks = new Map<string, Status>();
      for (const { check, status } of results) checks.set(check, worst([checks.get(check) ?? "pass", status]));
      const lines = Array.from(
        checks,
        ([check, status]) =>
          `mailworthy_check_status{target="${name}",check="${clean.label(check)}",status="${status}"} 1\n`,
      );
      return out.write(lines.join(""));
    },
    end({ at, took, counts, domains, exit }: Summary) {
      const seconds = Date.parse(at) / 1_000;
      return out.write(
        [
          byStatus("mailworthy_results", "Results by status.", counts),
          byStatus("mailworthy_targets", "Targets by their worst status.", domains),
          single("mailworthy_run_exit_code", "How the last run ended: 0, 1 failed, 2 not run, 3 unknown.", exit),
          single(
            "mailworthy_run_success",
            "Whether the last run judged all it was to judge.",
            exit < 2 || exit === 3 ? 1 : 0,
          ),
          single("mailworthy_run_duration_seconds", "How long the last run took.", took / 1_000),
          single("mailworthy_last_run_timestamp_seconds", "When the last run began, Unix time.", seconds),
        ].join(""),
      );
    },
  }),
});

const head = (name: string, help: string): string => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n`;

const single = (name: string, help: string, value: number): string => `${head(name, help)}${name} ${value}\n`;

const byStatus = (name: string, help: string, counts: Record<Status, number>): string =>
  head(name, help) + worstFirst.map((status) => `${name}{status="${status}"} ${counts[status]}\n`).join("");

import { planFor } from "../audit.js";
import { bounds } from "../bounds.js";
import { lastLine } from "../view/closing.js";
import type { Reporter } from "../reporter.js";
import type { Net } from "../net/net.js";
import type { Plan } from "../plan.js";
import type { Summary } from "../result.js";
import { run } from "../run.js";
import type { LocalTarget } from "../target.js";
import type { Targets } from "../targets.js";
import { located } from "./complaint.js";
import type { Given, reporting } from "./flags.js";
import { openNet } from "./outside.js";
import { openOutput } from "./output.js";
import { Progress } from "./progress.js";
import type { Settings } from "./settings.js";
import type { Shell } from "./shell.js";
import { looksOf } from "./terminal.js";
import { watched } from "./watch.js";

/** A queue, a log or a configuration, and what a command gathered of it, in plain values. */
export interface Gathered extends LocalTarget {
  gathered: unknown;
}

/** What a plan is run by: once over its targets, or as a gate. */
export type Runs = (plan: Plan, net: Net, reporters: readonly Reporter[], stop: AbortSignal) => Promise<Summary>;

/** Runs the checks over a local thing; those of domains and of the network are left out. */
export function judgeGathered(
  { gathered, ...target }: Gathered,
  settings: Settings,
  flags: Parameters<typeof judge>[2],
  shell: Shell,
): Promise<number> {
  async function* one(): AsyncGenerator<LocalTarget> {
    yield target;
  }
  return judge({ targets: one() }, settings, flags, shell, { ...target, gathered });
}

/** Runs the checks over targets and writes the reports; resolves to the exit code. */
export async function judge(
  { targets, total, live }: Targets,
  { registry, wish, net: options, reporters: specs, origins, remarks, file }: Settings,
  flags: Partial<Given<typeof reporting>>,
  shell: Shell,
  local?: Gathered,
  runs: Runs = run,
): Promise<number> {
  const { stderr } = shell;
  const look = { color: flags.color, ascii: flags.ascii, width: flags.width };
  const errorLooks = looksOf(stderr, shell, look);
  const say = (line: string): Promise<void> => stderr.write(`${line}\n`);
  for (const remark of remarks) for (const line of located(remark, errorLooks.columns)) await say(line);
  const verbose = flags.verbose ?? 0;
  if (verbose > 0) for (const origin of origins) await say(`mailworthy: ${origin}`);

  const whole = planFor(registry, wish, targets);
  const plan = {
    ...whole,
    ...(local && { checks: whole.checks.filter(({ check: { on } }) => on === local.local || on === "waiver") }),
    ...(total !== undefined && { total }),
    ...(live && { live: true }),
    ...(file !== undefined && { config: file }),
    settings: origins,
  };
  const outside = await openNet(options, shell, local);
  const traffic = verbose > 2 ? (line: string) => void say(line).catch(() => {}) : undefined;
  // Watching costs something for each question; where nobody can see it, nobody pays.
  const watch = stderr.tty || traffic ? watched(outside, traffic) : { net: outside, waiting: () => [] };
  const progress = new Progress(stderr, errorLooks, watch.waiting);
  const stop = new AbortController();
  let closed = false;
  const output = await openOutput(
    specs,
    registry.reporters,
    { verbose, quiet: flags.quiet ?? false, all: flags.all ?? false },
    {
      shell,
      look,
      ci: (flags.ci ?? true) && shell.env["GITHUB_ACTIONS"] === "true",
      beforeWrite: () => progress.clear(),
      onClosed() {
        closed = true;
        if (!output.hasFiles) stop.abort();
      },
    },
  );

  const leave = (): void => void output.discard().finally(() => shell.leave(130));
  let late: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  const calm = shell.onInterrupt(() => {
    if (live && !asked) {
      asked = true;
      return live.end();
    }
    if (stop.signal.aborted) return leave();
    progress.clear();
    const flying = watch.waiting().length;
    void say(`stopping: ${flying} answers in flight, at most ${bounds.stopping / 1000} s (again to leave now)`);
    late = setTimeout(leave, bounds.stopping);
    stop.abort();
  });

  try {
    // Traffic and progress would tear each other's lines.
    const watchers: Reporter[] = verbose > 2 || live ? [] : [progress];
    if (live) watchers.push({ report: ({ target }) => target && live.judged(target) });
    const summary = await runs(plan, watch.net, [...watchers, ...output.reporters], stop.signal);
    const failures = await output.finish();
    for (const failure of failures) await say(`mailworthy: ${failure}`);
    if (failures.length > 0) return output.exit({ ...summary, exit: 2 });
    if (closed && !output.hasFiles) return summary.counts.fail > 0 ? 1 : 0;
    if (!output.closes && !closed) await say(lastLine(summary, errorLooks, total));
    return output.exit(summary);
  } catch (error) {
    await output.discard();
    throw error;
  } finally {
    clearTimeout(late);
    calm();
    progress.end();
    await outside.close?.();
  }
}

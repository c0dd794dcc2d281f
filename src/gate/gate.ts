import { type Change, compared, type Gated } from "../change.js";
import type { Finding, Level } from "../finding.js";
import type { Net } from "../net/net.js";
import { once } from "../net/once.js";
import type { Plan } from "../plan.js";
import type { Opening, Reporter } from "../reporter.js";
import type { ExitCode, Report, Summary } from "../result.js";
import { run } from "../run.js";
import { type DomainTarget, nameOf, type Target } from "../target.js";
import { differencesOf } from "./diff.js";
import { mailDomains } from "../zones/mail-names.js";
import { Order } from "./order.js";
import type { Pair } from "./pair.js";
import { side } from "./side.js";

/** What closes the gate. */
export interface Closing {
  failOn: readonly Change[];
  /** What a change makes unknown: it closes the gate, is told with an exit code of its own, or is let through. */
  unknown: "pass" | "warn" | "fail";
  /** Warnings close it too. */
  strict: boolean;
}

/** Judges zones before a change and after it, and tells reporters what is there after it, each finding with how it stands. */
export async function gate(
  plan: Omit<Plan, "targets">,
  pair: Pair,
  declared: ReadonlyMap<string, DomainTarget>,
  closing: Closing,
  outside: Net,
  reporters: readonly Reporter[],
  stop?: AbortSignal,
): Promise<Summary> {
  const net = once(outside);
  const compares = pair.before.length > 0;
  const base = side(net, pair.before);
  const before = new Map<string, Report>();
  if (compares) {
    const checks = plan.checks.filter(({ check }) => check.on !== "zone");
    const keep: Reporter = { report: (one) => void before.set(keyOf(one), one) };
    await run(
      { ...plan, ...commentsIn(pair.before), checks, targets: targetsOf(pair.before, declared, false) },
      base,
      [keep],
      stop,
    );
  }
  // What is taken away of a part of a zone must not be found again below it.
  const after = side(compares ? base : net, pair.after, pair.gone);
  const measures = new Map(plan.checks.flatMap(({ check: { id, measure } }) => (measure ? [[id, measure]] : [])));
  const order = new Order();
  const gated: Gated = {
    states: noStates(),
    unknown: 0,
    closing: 0,
    borne: 0,
    zones: differencesOf(pair),
    order: [],
    ...(pair.base !== undefined && { base: pair.base }),
  };
  const closed = (summary: Summary): Summary => ({
    ...summary,
    exit: exitOf(summary, gated, closing),
    gate: { ...gated, order: order.steps() },
  });
  const targets = targetsOf(pair.after, declared, true);
  const marking: Reporter = {
    async start(opening: Opening) {
      for (const reporter of reporters) await reporter.start?.(opening);
    },
    async report(report) {
      const known = before.get(keyOf(report));
      const marked = compares && report.target?.local === undefined ? compared(report, known, measures) : asNew(report);
      count(marked, gated, closing, compares);
      order.add(marked);
      for (const reporter of reporters) await reporter.report?.(marked);
    },
    async end(summary) {
      for (const reporter of reporters) await reporter.end?.(closed(summary));
    },
  };
  const summary = await run(
    { ...plan, ...commentsIn(pair.after), targets, total: targets.length, ...(compares && { base }) },
    after,
    [marking],
    stop,
  );
  return closed(summary);
}

/** Of what a report is: its target; else the run itself, or what bears findings. */
const keyOf = ({ target, results: [first] }: Report): string =>
  target ? `${target.local ?? ""} ${nameOf(target)}` : (first?.subject.kind ?? "");

const commentsIn = (zones: Pair["after"]): Pick<Plan, "comments"> => ({
  comments: zones.flatMap(({ ignores = [] }) => ignores),
});

const noStates = (): Gated["states"] => ({
  new: 0,
  worsened: 0,
  unchanged: 0,
  improved: 0,
  fixed: 0,
  unsuppressed: 0,
  external: 0,
  unknown: 0,
});

/** The zones themselves, then their domains, with what else is said about each. */
function targetsOf(zones: Pair["after"], declared: ReadonlyMap<string, DomainTarget>, whole: boolean): Target[] {
  const domains = new Map<string, Set<string>>();
  for (const { origin, records } of zones) {
    for (const { domain, selectors } of mailDomains(origin, records)) {
      const known = domains.get(domain) ?? new Set();
      domains.set(domain, known);
      for (const selector of selectors) known.add(selector);
    }
  }
  const own = zones.map(({ origin }): Target => ({ local: "zone", name: origin }));
  return [
    ...(whole ? own : []),
    ...[...domains].map(([domain, found]): Target => {
      const said = declared.get(domain);
      const selectors = [...new Set([...(said?.selectors ?? []), ...found])];
      return { ...said, domain, ...(selectors.length > 0 && { selectors }) };
    }),
  ];
}

/** Of what compares by itself, or has nothing to compare with, each finding is new. */
const asNew = (report: Report): Report => ({
  ...report,
  results: report.results.map((result) => ({
    ...result,
    findings: result.findings.map((one): Finding =>
      one.level === "pass" ? one : { ...one, change: one.worse ? "worsened" : "new" },
    ),
  })),
});

function count({ results }: Report, verdict: Gated, { failOn, strict }: Closing, compares: boolean): void {
  const closes = (level: Level): boolean => level === "fail" || (strict && level === "warn");
  for (const { status, skipped, was, cause = "", findings, borne = [], fixed = [] } of results) {
    verdict.borne += borne.length + (skipped === "waived" ? findings.filter(({ borne }) => borne).length : 0);
    if (skipped === "waived") continue;
    if (status === "inconclusive" && (compares ? was !== "inconclusive" : cause.startsWith("proposal")))
      verdict.unknown++;
    for (const { level, change } of [...findings, ...fixed]) {
      if (!change) continue;
      verdict.states[change]++;
      if (closes(level) && failOn.includes(change)) verdict.closing++;
    }
  }
}

function exitOf(summary: Summary, { closing, unknown, states }: Gated, by: Closing): ExitCode {
  if (summary.exit === 2 || summary.exit === 130) return summary.exit;
  if (closing > 0) return 1;
  if (unknown + states.unknown === 0 || by.unknown === "pass") return 0;
  return by.unknown === "fail" ? 1 : 3;
}

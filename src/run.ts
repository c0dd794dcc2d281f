import { Bearing } from "./bearing.js";
import { bounds } from "./bounds.js";
import { listOfKeyIn } from "./data/blocklist.js";
import { Evidence, type Scope } from "./evidence.js";
import { examine } from "./examine.js";
import { expand, type Expanded } from "./expand.js";
import { expandMessage, onMessage } from "./expand-message.js";
import { roles } from "./facts/roles.js";
import { type Net, NetError } from "./net/net.js";
import { inOrder, until } from "./order.js";
import type { Plan } from "./plan.js";
import type { Opening, Reporter } from "./reporter.js";
import { exitCode, type Report, type Result, type Summary } from "./result.js";
import type { Kind, Subject } from "./subject.js";
import { rollUp } from "./roll-up.js";
import { Tally } from "./tally.js";
import type { DomainTarget, LocalTarget, MessageTarget, Role, Roles, Target } from "./target.js";
import { UsageError } from "./usage.js";
import { version } from "./version.js";

/**
 * targets → subjects → facts → findings → results → reporters. Targets come in one at a time and their reports leave
 * in the order of the plan; nothing is kept of a target once its report is out. A run ends by itself: each fact, each
 * target and, if the plan says so, the run has a deadline, and `stop` ends it with what is known.
 */
export async function run(
  plan: Plan,
  net: Net,
  reporters: readonly Reporter[] = [],
  stop: AbortSignal = new AbortController().signal,
): Promise<Summary> {
  for (const zone of plan.here?.lists ?? []) if (listOfKeyIn(zone)) throw keyInSight(zone);
  const began = net.now();
  const over = new AbortController();
  const timer = plan.totalTimeout && setTimeout(() => over.abort(late(plan.totalTimeout!, "run")), plan.totalTimeout);
  const halt = AbortSignal.any([stop, over.signal]);
  const evidence = new Evidence(net, plan.here, halt);
  const before = plan.base && new Evidence(plan.base, plan.here, halt);
  const tally = new Tally();
  const opening = openingOf(plan, net, new Date(began));
  const { profiles } = opening;
  const rules = new Map(opening.checks.map((check) => [check.id, check]));
  const watching = reporters.filter(({ result }) => result);
  const bears = plan.waivers?.length || plan.comments?.length || plan.baseline;
  const bearing = bears ? new Bearing(plan, plan.checks, plan.known, new Date(began)) : undefined;
  const common = {
    ...(bearing && { bear: (result: Result) => bearing.bear(result) }),
    landed: (result: Result): void => {
      for (const reporter of watching) reporter.result!(result);
    },
  };
  const own = plan.checks.filter(({ check }) => ofRun.has(check.on));
  const ofWaivers = plan.checks.filter(({ check }) => check.on === "waiver");
  const ofDomain = plan.checks.filter(({ check }) => !ofRun.has(check.on) && !apart.has(check.on));
  const ofMessage = plan.checks.filter(({ check }) => onMessage(check));
  for (const reporter of reporters) await reporter.start?.(opening);
  const tell = async (report: Report): Promise<void> => {
    tally.add(report);
    for (const reporter of reporters) await reporter.report?.(report);
  };
  for await (const report of inOrder(examinations(), plan.together ?? bounds.together)) await tell(report);
  // What covers nothing is known only now.
  if (bearing && ofWaivers.length > 0) await tell(await examineWaivers(stop.aborted ? [] : bearing.subjects()));
  clearTimeout(timer);

  const interrupted = stop.aborted;
  const totals = tally.totals();
  const awaited = plan.live ? { came: totals.targets, due: plan.total ?? 0 } : undefined;
  const summary: Summary = {
    format: 1,
    tool: opening.tool,
    at: opening.at,
    took: net.now() - began,
    ...totals,
    interrupted,
    exit: exitCode(tally.counts, { strict: plan.strict ?? false, interrupted, ...(awaited && { awaited }) }),
  };
  for (const reporter of reporters) await reporter.end?.(summary);
  return summary;

  async function* examinations(): AsyncGenerator<() => Promise<Report>> {
    if (own.length > 0) yield examineRun;
    for await (const target of until(plan.targets, stop)) yield async () => rolledUp(await examineTarget(target));
  }

  function rolledUp(report: Report): Report {
    return profiles.length === 0 ? report : { ...report, requirements: rollUp(profiles, report, rules) };
  }

  async function examineRun(): Promise<Report> {
    const subjects: Partial<Record<Kind, Expanded>> = {
      vantage: [{ kind: "vantage", name: "here" }],
      list: [...new Set(plan.here?.lists)].map((name) => ({ kind: "list", name })),
    };
    return examine({
      ...common,
      checks: own,
      subjects: async (kind) => subjects[kind] ?? [],
      evidence: evidence.scope(), // its facts have deadlines of their own
      roles: Promise.resolve(undefined),
    });
  }

  async function examineWaivers(subjects: Expanded): Promise<Report> {
    const roles = Promise.resolve(undefined);
    return examine({ ...common, checks: ofWaivers, subjects: async () => subjects, evidence: evidence.scope(), roles });
  }

  async function examineTarget(target: Target): Promise<Report> {
    const limit = plan.timeout ?? bounds.target;
    const scope = (plan.live ? new Evidence(net, plan.here, halt) : evidence).scope(target.domain);
    const timer = setTimeout(() => scope.end(late(limit, "target")), limit);
    try {
      if (target.local !== undefined) return await examineLocal(target, scope);
      return await (target.message === undefined ? examineDomain(target, scope) : examineMessage(target, scope));
    } finally {
      clearTimeout(timer);
    }
  }

  async function examineDomain(target: DomainTarget, scope: Scope): Promise<Report> {
    const has = rolesOf(target, scope);
    const subjects = expand(target, scope);
    const base = before?.scope(target.domain);
    const ways = { evidence: scope, ...(base && { base }) };
    const examined = await examine({ ...common, ...ways, checks: ofDomain, subjects, roles: has });
    return { target, roles: await has, ...examined };
  }

  async function examineMessage(target: MessageTarget, scope: Scope): Promise<Report> {
    const subjects = expandMessage(target, scope);
    const roles = Promise.resolve(sentIt);
    const examined = await examine({
      ...common,
      checks: ofMessage,
      subjects,
      evidence: scope,
      roles,
    });
    return { target, ...examined };
  }

  async function examineLocal(target: LocalTarget, scope: Scope): Promise<Report> {
    const { local, name } = target;
    const subject: Subject = local === "zone" ? { kind: local, name, domain: name } : { kind: local, name };
    const subjects = async (kind: Kind): Promise<Expanded> => (kind === local ? [subject] : []);
    const checks = plan.checks.filter(({ check }) => check.on === local);
    const roles = Promise.resolve(undefined);
    const base = before?.scope();
    return {
      target,
      ...(await examine({
        ...common,
        checks,
        subjects,
        evidence: scope,
        ...(base && { base }),
        roles,
      })),
    };
  }
}

/** A key in the name of a list would be shown and recorded with it. */
function keyInSight(zone: string): UsageError {
  const { zone: known, name } = listOfKeyIn(zone)!;
  return new UsageError(`a key of ${name} stands in the lists to ask.`, `${known} as the list, its key apart`);
}

/** The author's domain has sent the message, whatever its records say. */
const sentIt: Roles = { roles: ["sends"], declared: true, because: "it sent the message" };

/** Kinds of subject that a run has once, whatever its targets. */
const ofRun: ReadonlySet<Kind> = new Set(["vantage", "list"]);

/** Kinds that no domain has: each is judged where it is the target. */
const apart: ReadonlySet<Kind> = new Set(["waiver", "message", "queue", "log", "postfix", "zone"]);

const openingOf = (plan: Plan, net: Net, at: Date): Opening => ({
  tool: `mailworthy ${version}`,
  at: at.toISOString(),
  checks: plan.checks.map(({ check }) => check),
  profiles: plan.profiles ?? [],
  ...(plan.total !== undefined && { total: plan.total }),
  ...(plan.live && { live: true }),
  ...(plan.config !== undefined && { config: plan.config }),
  settings: [...(plan.settings ?? []), ...net.about()],
});

/** The roles a target is judged by: those that are declared, also by naming an address that sends, or else inferred. */
async function rolesOf(target: DomainTarget, scope: Scope): Promise<Roles> {
  if (target.role) return { roles: target.role, declared: true, because: "declared" };
  const known = await scope.get(roles, target.domain);
  if (known.state !== "known") {
    const { reason } = known;
    return { roles: [], declared: false, because: reason, unsure: { roles: ["sends", "receives", "parked"], reason } };
  }
  if (!target.senders?.length || known.value.roles.includes("sends")) return known.value;
  const others = known.value.roles.filter((role) => role !== "parked");
  const because = `${known.value.because}; an address that sends is declared`;
  const unsure = known.value.unsure && { ...known.value.unsure, roles: doubted(known.value.unsure.roles) };
  return { roles: ["sends", ...others], declared: false, because, ...(unsure && { unsure }) };
}

/** What remains in doubt where it is certain that the domain sends. */
const doubted = (of: readonly Role[]): Role[] => of.filter((role) => role === "receives");

const late = (limit: number, of: "target" | "run"): NetError =>
  new NetError("timeout", `not known after ${limit / 1000} s, the time for ${of === "run" ? "the run" : "a target"}`);

import { bounds } from "./bounds.js";
import { speak } from "./check.js";
import { Evidence, type Scope, unlessAborted } from "./evidence.js";
import { expand, type Expanded, type Withheld } from "./expand.js";
import type { Cause, Fact, Known, Maybe } from "./fact.js";
import { roles as rolesFact } from "./facts/roles.js";
import { type Net, NetError } from "./net/net.js";
import { inOrder } from "./order.js";
import { levelled, type Plan, type Planned } from "./plan.js";
import type { Reporter } from "./reporter.js";
import { exitCode, noCounts, type Report, type Result, type Summary, worst } from "./result.js";
import { identify, type Kind, type Subject } from "./subject.js";
import type { Role, Roles, Target } from "./target.js";
import { version } from "./version.js";
import { asSubject, waive } from "./waiver.js";

/**
 * targets → subjects → facts → findings → results → reporters. Targets come in one at a time and their reports leave
 * in the order of the plan; nothing is kept of a target once its report is out.
 */
export async function run(
  plan: Plan,
  net: Net,
  reporters: readonly Reporter[] = [],
  stop?: AbortSignal,
): Promise<Summary> {
  const began = net.now();
  const interrupt = AbortSignal.any([
    ...(stop ? [stop] : []),
    ...(plan.totalTimeout ? [AbortSignal.timeout(plan.totalTimeout)] : []),
  ]);
  const evidence = new Evidence(net, plan.here, interrupt);
  const at = new Date(began).toISOString();
  const tally = new Tally();
  const own = plan.checks.filter(({ check }) => ofRun.has(check.on));
  const ofTargets = plan.checks.filter(({ check }) => !ofRun.has(check.on));

  const opening = {
    tool: `mailworthy ${version}`,
    at,
    checks: plan.checks.map(({ check }) => check),
    ...(plan.total !== undefined && { total: plan.total }),
    settings: [...(plan.settings ?? []), ...net.about()],
  };
  for (const reporter of reporters) await reporter.start?.(opening);

  const jobs = async function* (): AsyncGenerator<() => Promise<Report>> {
    if (own.length > 0) yield () => examineRun(own);
    for await (const target of plan.targets) {
      if (interrupt.aborted) return;
      yield () => examineTarget(target);
    }
  };
  for await (const report of inOrder(jobs(), plan.together ?? bounds.together)) {
    tally.add(report);
    for (const reporter of reporters) await reporter.report?.(report);
  }

  const interrupted = stop?.aborted ?? false;
  const summary: Summary = {
    format: 1,
    tool: opening.tool,
    at,
    took: net.now() - began,
    ...tally.totals(),
    interrupted,
    exit: exitCode(tally.counts, { strict: plan.strict ?? false, interrupted }),
  };
  for (const reporter of reporters) await reporter.end?.(summary);
  return summary;

  async function examineRun(checks: readonly Planned[]): Promise<Report> {
    const subjects: Partial<Record<Kind, Expanded>> = {
      vantage: [{ kind: "vantage", name: "here" }],
      list: (plan.here?.lists ?? []).map((name) => ({ kind: "list", name })),
      waiver: (plan.waivers ?? []).map(asSubject),
    };
    return examine(checks, async (kind) => subjects[kind] ?? [], evidence, Promise.resolve(undefined));
  }

  async function examineTarget(target: Target): Promise<Report> {
    const late = new AbortController();
    const limit = plan.timeout ?? bounds.target;
    const timer = setTimeout(
      () => late.abort(new NetError("timeout", `not known after ${limit / 1000} s, the time for a target`)),
      limit,
    );
    try {
      const scope = evidence.scope(target.domain);
      const roles = rolesOf(target, scope);
      const report = await examine(
        ofTargets,
        expand(target, scope),
        scope,
        roles,
        AbortSignal.any([interrupt, late.signal]),
      );
      const judgedBy = await Promise.race([roles, undefined]);
      return { target, ...(judgedBy && { roles: judgedBy }), ...report };
    } finally {
      clearTimeout(timer);
    }
  }

  async function examine(
    checks: readonly Planned[],
    subjectsOf: (kind: Kind) => Promise<Expanded>,
    from: Pick<Scope, "get" | "now">,
    roles: Promise<Roles | undefined>,
    signal: AbortSignal = interrupt,
  ): Promise<Report> {
    const causes = new Map<string, Cause>();
    const judge = async (planned: Planned, subject: Subject | Withheld): Promise<Result> => {
      const result = waive(await judged(planned, subject), plan.waivers ?? [], from.now);
      for (const reporter of reporters) await reporter.result?.(result);
      return result;
    };
    const judged = async (planned: Planned, subject: Subject | Withheld): Promise<Result> => {
      const { check } = planned;
      if (!("kind" in subject)) return withheld(check.id, (await subjectsOf("domain"))[0] as Subject, subject);
      const waiting = gather(planned, subject, from);
      const known = await unlessAborted(Promise.all([roles, waiting]), signal).catch((error: NetError): Withheld =>
        told(error),
      );
      if ("state" in known) return withheld(check.id, subject, known);
      const [has, facts] = known;
      const lacking = check.role && has && !has.roles.includes(check.role) ? lacks(check.role, has) : undefined;
      if (lacking) return withheld(check.id, subject, lacking);
      if ("state" in facts) return withheld(check.id, subject, facts);
      return pronounce(planned, subject, facts.values, from.now);
    };
    const withheld = (check: string, subject: Subject, why: Withheld): Result => {
      if (why.state === "absent") return { check, subject, status: "skip", reason: why.reason, findings: [] };
      if (why.because) causes.set(why.because.id, why.because);
      return {
        check,
        subject,
        status: "inconclusive",
        reason: why.reason,
        ...(why.because && { cause: why.because.id }),
        findings: [],
        ...(why.seen && { evidence: why.seen }),
      };
    };
    const results = await Promise.all(
      checks.map(async (planned) => {
        const subjects = await unlessAborted(subjectsOf(planned.check.on), signal).catch(
          (error: NetError): Expanded => [told(error)],
        );
        return Promise.all(merged(subjects).map((subject) => judge(planned, subject)));
      }),
    );
    return { results: results.flat(), causes: [...causes.values()] };
  }
}

/** Kinds of subject that a run has once, whatever its targets. */
const ofRun: ReadonlySet<Kind> = new Set(["vantage", "list", "waiver"]);

/** Subjects, and each reason for a missing one only once. */
const merged = (subjects: Expanded): Expanded =>
  subjects.filter(
    (one, at) =>
      "kind" in one || subjects.findIndex((other) => !("kind" in other) && other.reason === one.reason) === at,
  );

const told = (error: NetError): Withheld => ({
  state: "unknown",
  code: error.code,
  reason: error.message,
  ...(error.because && { because: error.because }),
});

async function rolesOf(target: Target, scope: Scope): Promise<Roles | undefined> {
  if (target.role) return { roles: target.role, declared: true, because: "declared" };
  const known = await scope.get(rolesFact, target.domain);
  return known.state === "known" ? known.value : undefined;
}

const lacks = (role: Role, { declared, because }: Roles): Withheld => {
  const says = { sends: "does not send", receives: "does not receive", parked: "is not parked" }[role];
  return { state: "absent", reason: `${says} (${declared ? "declared" : `inferred: ${because}`})` };
};

/** What the check needs, or why it cannot be judged. Absence outweighs doubt: what is certain needs no more evidence. */
async function gather(
  { check }: Planned,
  subject: Subject,
  from: Pick<Scope, "get">,
): Promise<{ values: Record<string, unknown> } | Withheld> {
  const needs = Object.entries(check.needs as Record<string, Fact | Maybe<Fact>>);
  const gathered = await Promise.all(
    needs.map(async ([name, need]) => {
      const fact = "maybe" in need ? need.maybe : need;
      const known: Known<unknown> = await from.get(fact, identify(subject, fact.of));
      return { name, known, optional: "maybe" in need };
    }),
  );
  const lacking =
    gathered.find(({ known, optional }) => known.state === "absent" && !optional) ??
    gathered.find(({ known }) => known.state === "unknown");
  if (lacking) return lacking.known as Withheld;
  return {
    values: Object.fromEntries(gathered.map(({ name, known }) => [name, known.state === "known" ? known.value : null])),
  };
}

/** Lets the check judge. A check that throws has not judged: that is unknown, and said to be the check's own fault. */
function pronounce(
  { check, level, options }: Planned,
  subject: Subject,
  values: Record<string, unknown>,
  now: Date,
): Result {
  try {
    const said = [
      check.judge(values as never, speak(check.verdicts) as never, {
        subject: subject as never,
        options: options as never,
        now,
      }),
    ].flat();
    if (said.length === 0) throw new Error("it said nothing");
    const findings = said.map((finding) => ({ ...finding, level: levelled(finding.level, level) }));
    return { check: check.id, subject, status: worst(findings.map((finding) => finding.level)), findings };
  } catch (bug) {
    const text = bug instanceof Error ? bug.message : String(bug);
    return {
      check: check.id,
      subject,
      status: "inconclusive",
      reason: `the check itself broke: ${text}`,
      findings: [],
    };
  }
}

/** What is counted over a run; of the size of its causes, not of its targets. */
class Tally {
  readonly counts = noCounts();
  readonly #domains = noCounts();
  readonly #causes = new Map<string, Cause & { results: number; domains: number }>();
  #targets = 0;

  add({ target, results, causes }: Report): void {
    for (const { status } of results) this.counts[status]++;
    if (target) {
      this.#targets++;
      this.#domains[worst(results.map(({ status }) => status))]++;
    }
    for (const cause of causes) {
      const folded = this.#causes.get(cause.id) ?? { ...cause, results: 0, domains: 0 };
      folded.results += results.filter((result) => result.cause === cause.id).length;
      if (target) folded.domains++;
      this.#causes.set(cause.id, folded);
    }
  }

  totals(): Pick<Summary, "targets" | "counts" | "domains" | "causes"> {
    const causes = [...this.#causes.values()].sort((a, b) => b.results - a.results || (a.id < b.id ? -1 : 1));
    return { targets: this.#targets, counts: this.counts, domains: this.#domains, causes };
  }
}

import { type Context, speak } from "./check.js";
import { docket, type Case, type Session } from "./docket.js";
import type { Scope } from "./evidence.js";
import type { Expanded, Withheld } from "./expand.js";
import type { Cause, Known } from "./fact.js";
import { levelled, type Planned } from "./plan.js";
import { type Report, type Result, worst } from "./result.js";
import { identify, type Kind, type Subject } from "./subject.js";
import type { Role, Roles } from "./target.js";
import { waive, type Waiver } from "./waiver.js";

/** What one target, or the run itself, is judged by. */
export interface Examination {
  checks: readonly Planned[];
  subjects(kind: Kind): Promise<Expanded>;
  evidence: Pick<Scope, "get" | "now">;
  waivers: readonly Waiver[];
  roles: Promise<Roles | undefined>;
  /** Comes when time is up: what is not known by then stays unknown, for that reason. */
  ended: Promise<Withheld>;
  landed(result: Result): void;
}

/** Lets each check judge each of its subjects, all at once; the results are in the order of the checks. */
export async function examine(examination: Examination): Promise<Pick<Report, "results" | "causes">> {
  const { checks, subjects, evidence, waivers, ended } = examination;
  const causes = new Map<string, Cause>();
  const results: Result[][] = checks.map(() => []);
  await Promise.all(Array.from(docket(checks), ([kind, sessions]) => hear(kind, sessions)));
  return { results: results.flat(), causes: [...causes.values()] };

  async function hear(kind: Kind, sessions: readonly Session[]): Promise<void> {
    const found = onceEach(await Promise.race([subjects(kind), ended.then((why): Expanded => [why])]));
    const domain = found.every((one) => "kind" in one) ? undefined : (await subjects("domain"))[0];
    await Promise.all(
      found.flatMap((one, place) =>
        sessions.map(async (session) => {
          if ("kind" in one) return sit(session, one, place);
          for (const item of session.cases) land(item, place, withheld(item, domain as Subject, one));
        }),
      ),
    );
  }

  /** Gathers what a session needs about a subject, then lets its checks judge, one after the other. */
  async function sit({ facts, cases }: Session, subject: Subject, place: number): Promise<void> {
    const asked = cases.map((item) => ({ item, unsaid: unsaid(item, subject) }));
    for (const { item, unsaid } of asked) if (unsaid) land(item, place, withheld(item, subject, unsaid));
    const open = asked.filter(({ unsaid }) => !unsaid).map(({ item }) => item);
    if (open.length === 0) return;
    const gathering = Promise.all(facts.map((fact) => evidence.get(fact, identify(subject, fact.of))));
    const gathered = await Promise.race([Promise.all([examination.roles, gathering]), ended]);
    for (const item of open) {
      const result = "state" in gathered ? withheld(item, subject, gathered) : judge(item, subject, ...gathered);
      land(item, place, result);
    }
  }

  function land({ at, planned }: Case, place: number, result: Result): void {
    const borne = waivers.length > 0 ? waive(result, waivers, evidence.now) : result;
    const { requirements } = planned;
    const counted = requirements ? { ...borne, requirements } : borne;
    results[at]![place] = counted;
    examination.landed(counted);
  }

  function judge(item: Case, subject: Subject, has: Roles | undefined, known: readonly Known<unknown>[]): Result {
    const { role: wanted } = item.planned.check;
    const role = wanted && has && standing(wanted, has);
    const why = role?.state === "absent" ? role : (lacking(item, known) ?? role);
    if (why) return withheld(item, subject, why);
    const told = { now: evidence.now, roles: has?.roles ?? [] };
    return pronounce(item.planned, subject, valuesOf(item, known), told);
  }

  /** The runner's own words: nothing to judge is a skip, nothing learnt is inconclusive. */
  function withheld({ planned }: Case, subject: Subject, why: Withheld): Result {
    const check = planned.check.id;
    if (why.state === "absent") {
      const { reason, skipped = "absent" } = why;
      return { check, subject, status: "skip", reason, skipped, findings: [] };
    }
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
  }
}

/** Subjects, and each reason for a missing one only once. */
const onceEach = (found: Expanded): Expanded =>
  found.filter(
    (one, at) => "kind" in one || found.findIndex((other) => !("kind" in other) && other.reason === one.reason) === at,
  );

/** Why a check is left out that hangs on what only the user can say. */
function unsaid({ planned }: Case, subject: Subject): Withheld | undefined {
  const asks = planned.check.asks as Record<string, string> | undefined;
  const field = asks && Object.keys(asks).find((one) => !(one in subject));
  return field === undefined ? undefined : { state: "absent", skipped: "undeclared", reason: asks![field]! };
}

/** Why a check for this role does not apply, or why that cannot be told; nothing where the domain has the role. */
function standing(role: Role, { roles, declared, because, unsure }: Roles): Withheld | undefined {
  if (roles.includes(role)) return undefined;
  if (unsure?.roles.includes(role)) {
    const about = { sends: "whether it sends", receives: "whether it receives", parked: "whether it is parked" }[role];
    const { reason, cause } = unsure;
    const text = `${about} is not known: ${reason}`;
    return { state: "unknown", code: "role", reason: text, ...(cause && { because: cause }) };
  }
  const says = { sends: "does not send", receives: "does not receive", parked: "is not parked" }[role];
  return { state: "absent", skipped: "role", reason: `${says} (${declared ? "declared" : `inferred: ${because}`})` };
}

/** Why the check cannot be judged, if so. Absence outweighs doubt: what is certain needs no more evidence. */
function lacking({ needs }: Case, known: readonly Known<unknown>[]): Withheld | undefined {
  const absent = needs.find(({ fact, optional }) => !optional && known[fact]!.state === "absent");
  const missing = absent ?? needs.find(({ fact }) => known[fact]!.state === "unknown");
  return missing && (known[missing.fact] as Withheld);
}

function valuesOf({ needs }: Case, known: readonly Known<unknown>[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { name, fact } of needs) {
    const one = known[fact]!;
    values[name] = one.state === "known" ? one.value : null;
  }
  return values;
}

/** Lets the check judge. A check that throws has not judged: that is unknown, and said to be the check's own fault. */
function pronounce(
  planned: Planned,
  subject: Subject,
  values: object,
  told: Pick<Context<Kind, object>, "now" | "roles">,
): Result {
  const { check, options } = planned;
  try {
    const context = { subject: subject as never, options: options as never, ...told };
    const said = [check.judge(values as never, speak(check.verdicts) as never, context)].flat();
    if (said.length === 0) throw new Error("it said nothing");
    const findings = said.map((one) => {
      const level = levelled(one, planned);
      return level === one.level ? one : { ...one, level };
    });
    return { check: check.id, subject, status: worst(findings.map((finding) => finding.level)), findings };
  } catch (bug) {
    const text = bug instanceof Error ? bug.message : String(bug);
    const reason = `the check itself broke: ${text}`;
    return { check: check.id, subject, status: "inconclusive", reason, findings: [] };
  }
}

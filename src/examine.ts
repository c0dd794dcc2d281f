import type { Context } from "./check.js";
import { type Case, type Docket, dockets } from "./docket.js";
import type { Scope } from "./evidence.js";
import type { Expanded, Withheld } from "./expand.js";
import type { Cause, Fact, Known } from "./fact.js";
import type { Finding } from "./finding.js";
import { levelled, type Planned } from "./plan.js";
import { type Report, type Result, worst } from "./result.js";
import { type Listener, unknown } from "./gathering.js";
import { NetError } from "./net/net.js";
import { identify, type Identified, type Identities, type Kind, type Subject } from "./subject.js";
import type { Role, Roles } from "./target.js";

/** What one target, or the run itself, is judged by. */
export interface Examination {
  checks: readonly Planned[];
  subjects(kind: Kind): Promise<Expanded>;
  evidence: Pick<Scope, "hear" | "now">;
  /** What was there before a change, under a gate. */
  base?: Pick<Scope, "hear">;
  /** The result as it counts, with what somebody bears apart. */
  bear?(result: Result): Result;
  roles: Promise<Roles | undefined>;
  landed(result: Result): void;
}

/** Lets each check judge each of its subjects, all at once; the results are in the order of the checks. */
export async function examine(examination: Examination): Promise<Pick<Report, "results" | "causes">> {
  const { checks, subjects, evidence, base, roles } = examination;
  const { now } = evidence;
  const causes = new Map<string, Cause>();
  const results: Result[][] = checks.map(() => []);
  await Promise.all(dockets(checks).map(call));
  return { results: results.flat(), causes: [...causes.values()] };

  async function call(docket: Docket): Promise<void> {
    const found = onceEach(await subjects(docket.kind));
    const whole = found.every((one) => "kind" in one) ? undefined : await wholeOf();
    await Promise.all(
      found.map(async (one, place) => {
        if ("kind" in one) return hear(docket, one, place);
        for (const item of docket.cases) land(item, place, withheld(item, whole!, one));
      }),
    );
  }

  /** What stands in for a subject that is not there: the target itself. */
  async function wholeOf(): Promise<Subject> {
    const own = [...(await subjects("message")), ...(await subjects("domain"))];
    return own.find((one): one is Subject => "kind" in one)!;
  }

  /** Gathers what the checks need about a subject, and lets each judge as soon as it has that, and the roles. */
  function hear({ cases, facts }: Docket, subject: Subject, place: number): Promise<void> {
    return new Promise((done, failed) => {
      const known: Known<unknown>[] = [];
      const missing = cases.map((item) => item.facts.length + 1);
      let has: Roles | undefined;
      let left = cases.length;
      const over = (item: Case, result: Result): void => {
        land(item, place, result);
        if (--left === 0) done();
      };
      const arrived = (neededBy: readonly Case[]): void => {
        try {
          for (const item of neededBy) if (--missing[item.nth]! === 0) over(item, judge(item, subject, has, known));
        } catch (error) {
          failed(error as Error); // of who hears of results as they land
        }
      };
      for (const item of cases) {
        const why = unsaid(item, subject);
        if (!why) continue;
        missing[item.nth] = Infinity;
        over(item, withheld(item, subject, why));
      }
      roles.then((those) => {
        has = those;
        arrived(cases);
      }, failed);
      for (const [at, { fact, across, neededBy }] of facts.entries()) {
        if (neededBy.every(({ nth }) => missing[nth] === Infinity)) continue;
        const heard: Listener = (one) => {
          known[at] = one;
          arrived(neededBy);
        };
        if (across) hearBoth(fact, identify(subject, fact.of), heard);
        else evidence.hear(fact, identify(subject, fact.of), heard);
      }
    });
  }

  /** A fact before and after the change. What is absent of either is `null`; what is unknown of either is unknown. */
  function hearBoth(fact: Fact, of: Identities[Identified], heard: Listener): void {
    if (!base) return heard({ state: "absent", reason: "it compares a change with what was there before" });
    const both: { before?: Known<unknown>; after?: Known<unknown> } = {};
    const hear = (side: "before" | "after", one: Known<unknown>): void => {
      both[side] = one;
      const { before, after } = both;
      if (!before || !after) return;
      if (after.state === "unknown") return heard(after);
      if (before.state === "unknown") return heard({ ...before, reason: `before the change: ${before.reason}` });
      const valueOf = (known: typeof before): unknown => (known.state === "known" ? known.value : null);
      heard({ state: "known", value: { before: valueOf(before), after: valueOf(after) } });
    };
    evidence.hear(fact, of, (one) => hear("after", one));
    base.hear(fact, of, (one) => hear("before", one));
  }

  function land({ at, planned }: Case, place: number, result: Result): void {
    const borne = examination.bear?.(result) ?? result;
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
    const said = pronounce(item, subject, valuesOf(item, known), { now, roles: has?.roles ?? [] });
    return "check" in said ? said : withheld(item, subject, said);
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

/**
 * Lets the check judge. A check that throws has not judged: that is unknown. With a NetError its facts do not tell what it
 * hangs on; anything else is said to be the check's own fault.
 */
function pronounce(
  { planned, say }: Case,
  subject: Subject,
  values: object,
  { now, roles }: Pick<Context<Kind, object>, "now" | "roles">,
): Result | Withheld {
  const { check, options } = planned;
  try {
    const context = { subject: subject as never, options: options as never, now, roles };
    const said = check.judge(values as never, say as never, context);
    const all = Array.isArray(said) ? (said as Finding[]) : [said as Finding];
    if (all.length === 0) throw new Error("it said nothing");
    const findings = all.map((one) => {
      const level = levelled(one, planned);
      return level === one.level ? one : { ...one, level };
    });
    return { check: check.id, subject, status: worst(findings.map((finding) => finding.level)), findings };
  } catch (bug) {
    // What was gathered does not tell what the check hangs on.
    if (bug instanceof NetError) return unknown(bug) as Withheld;
    const text = bug instanceof Error ? bug.message : String(bug);
    const reason = `the check itself broke: ${text}`;
    return { check: check.id, subject, status: "inconclusive", reason, findings: [] };
  }
}

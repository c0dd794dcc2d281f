import { type Context, speak } from "./check.js";
import type { Scope } from "./evidence.js";
import type { Expanded, Withheld } from "./expand.js";
import type { Cause, Fact, Known, Maybe } from "./fact.js";
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
  landed(result: Result): void | Promise<void>;
}

/** Lets each check judge each of its subjects, all at once; the results are in the order of the checks. */
export async function examine(examination: Examination): Promise<Pick<Report, "results" | "causes">> {
  const { checks, subjects, evidence, waivers, ended } = examination;
  const causes = new Map<string, Cause>();
  const results = await Promise.all(
    checks.map(async (planned) => {
      const found = await Promise.race([subjects(planned.check.on), ended.then((why): Expanded => [why])]);
      return Promise.all(onceEach(found).map((subject) => outcome(planned, subject)));
    }),
  );
  return { results: results.flat(), causes: [...causes.values()] };

  async function outcome(planned: Planned, subject: Subject | Withheld): Promise<Result> {
    const result = waive(await judged(planned, subject), waivers, evidence.now);
    await examination.landed(result);
    return result;
  }

  async function judged(planned: Planned, subject: Subject | Withheld): Promise<Result> {
    const { check } = planned;
    if (!("kind" in subject)) return withheld(check.id, (await subjects("domain"))[0] as Subject, subject);
    const gathered = await Promise.race([Promise.all([examination.roles, gather(planned, subject, evidence)]), ended]);
    if ("state" in gathered) return withheld(check.id, subject, gathered);
    const [has, facts] = gathered;
    const role = check.role && has && standing(check.role, has);
    if (role?.state === "absent") return withheld(check.id, subject, role);
    const unsaid = Object.keys(check.asks ?? {}).find((field) => !(field in subject));
    if (unsaid) return withheld(check.id, subject, { state: "absent", reason: check.asks![unsaid as never] });
    if ("state" in facts) return withheld(check.id, subject, facts);
    if (role) return withheld(check.id, subject, role);
    return pronounce(planned, subject, facts.values, { now: evidence.now, roles: has?.roles ?? [] });
  }

  /** The runner's own words: nothing to judge is a skip, nothing learnt is inconclusive. */
  function withheld(check: string, subject: Subject, why: Withheld): Result {
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
  }
}

/** Subjects, and each reason for a missing one only once. */
const onceEach = (found: Expanded): Expanded =>
  found.filter(
    (one, at) => "kind" in one || found.findIndex((other) => !("kind" in other) && other.reason === one.reason) === at,
  );

/** Why a check for this role does not apply, or why that cannot be told; nothing where the domain has the role. */
function standing(role: Role, { roles, declared, because, unsure }: Roles): Withheld | undefined {
  if (roles.includes(role)) return undefined;
  if (unsure?.roles.includes(role)) {
    const about = { sends: "whether it sends", receives: "whether it receives", parked: "whether it is parked" }[role];
    const { reason, cause } = unsure;
    return {
      state: "unknown",
      code: "role",
      reason: `${about} is not known: ${reason}`,
      ...(cause && { because: cause }),
    };
  }
  const says = { sends: "does not send", receives: "does not receive", parked: "is not parked" }[role];
  return { state: "absent", reason: `${says} (${declared ? "declared" : `inferred: ${because}`})` };
}

/** What the check needs, or why it cannot be judged. Absence outweighs doubt: what is certain needs no more evidence. */
async function gather(
  { check }: Planned,
  subject: Subject,
  evidence: Pick<Scope, "get">,
): Promise<{ values: Record<string, unknown> } | Withheld> {
  const needs = Object.entries(check.needs as Record<string, Fact | Maybe<Fact>>);
  const gathered = await Promise.all(
    needs.map(async ([name, need]) => {
      const optional = "maybe" in need;
      const fact = optional ? need.maybe : need;
      const known: Known<unknown> = await evidence.get(fact, identify(subject, fact.of));
      return { name, known, optional };
    }),
  );
  const lacking =
    gathered.find(({ known, optional }) => known.state === "absent" && !optional) ??
    gathered.find(({ known }) => known.state === "unknown");
  if (lacking) return lacking.known as Withheld;
  const value = (known: Known<unknown>): unknown => (known.state === "known" ? known.value : null);
  return { values: Object.fromEntries(gathered.map(({ name, known }) => [name, value(known)])) };
}

/** Lets the check judge. A check that throws has not judged: that is unknown, and said to be the check's own fault. */
function pronounce(
  { check, level, options }: Planned,
  subject: Subject,
  values: object,
  told: Pick<Context<Kind, object>, "now" | "roles">,
): Result {
  try {
    const context = { subject: subject as never, options: options as never, ...told };
    const said = [check.judge(values as never, speak(check.verdicts) as never, context)].flat();
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

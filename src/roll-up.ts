import type { Finding } from "./finding.js";
import type { Profile } from "./preset.js";
import { type Deciders, type Effect, effect, type Requirement } from "./requirement.js";
import type { Report, Result } from "./result.js";
import { label } from "./subject.js";
import type { Role, Roles } from "./target.js";
import type { Rules } from "./view/view.js";
import { matches } from "./waiver.js";

/** How a domain stands to a requirement. */
export type State = "met" | "not met" | "cannot tell" | "does not apply";

/** A result that a requirement's state rests on. */
export interface Ground {
  check: string;
  /** What it looked at, in words. */
  subject: string;
  verdict?: string;
}

/** How a target stands to a requirement, and what that rests on. */
export interface Outcome {
  requirement: string;
  state: State;
  /** What breaks it, what could not be learnt, or why it does not apply. */
  reason?: string;
  /** The results that break it; else those that leave it open; else those that meet it. */
  grounds: Ground[];
}

/**
 * What the results of a target say of what profiles require. A requirement is met only if everything that decides it
 * was learnt: one broken result breaks it, and one that is missing leaves it open. What was found counts as the check
 * says it, also where the configuration softens it or a waiver bears it: a receiver knows neither.
 */
export function rollUp(
  profiles: readonly Profile[],
  { results, roles }: Pick<Report, "results" | "roles">,
  rules: Rules,
): Outcome[] {
  const outcomes = new Map<string, Outcome>();
  for (const { role, requirements } of profiles) {
    const idle = role && roles && apart(role, roles);
    for (const requirement of requirements) {
      if (outcomes.has(requirement.id)) continue;
      const judged = idle ?? decided(requirement, results, rules);
      outcomes.set(requirement.id, { requirement: requirement.id, ...judged });
    }
  }
  return [...outcomes.values()];
}

type Decision = Omit<Outcome, "requirement">;

/** What comes of it that a domain does not have the role, or that nobody knows; nothing where it has. */
function apart(role: Role, { roles, declared, because, unsure }: Roles): Decision | undefined {
  if (roles.includes(role)) return undefined;
  if (unsure?.roles.includes(role)) return { state: "cannot tell", reason: unsure.reason, grounds: [] };
  const is = { sends: "does not send", receives: "does not receive", parked: "is not parked" }[role];
  return {
    state: "does not apply",
    reason: `${is} (${declared ? "declared" : `inferred: ${because}`})`,
    grounds: [],
  };
}

function decided({ checks, or, unseen, message }: Requirement, results: readonly Result[], rules: Rules): Decision {
  const shown = message && results.some(({ subject }) => subject.kind === "message");
  const first = shown ? weighed(message, undefined, results, rules) : weighed(checks ?? {}, unseen, results, rules);
  if (!or) return first;
  const ways = [first, weighed(or, undefined, results, rules)];
  const of = (state: State): Decision[] => ways.filter((way) => way.state === state);
  const [met] = of("met");
  const [open] = of("cannot tell");
  const broken = of("not met");
  if (met ?? open) return (met ?? open)!;
  if (broken.length === 0) return first;
  const reason = broken.map((way) => way.reason).join("; ");
  return { state: "not met", reason, grounds: broken.flatMap(({ grounds }) => grounds) };
}

/** What checks that all must hold come to. */
function weighed(checks: Deciders, unseen: string | undefined, results: readonly Result[], rules: Rules): Decision {
  const broken: Known[] = [];
  const open: Known[] = [];
  const good: Known[] = [];
  const idle: string[] = [];
  for (const [glob, bar] of Object.entries(checks)) {
    const found = results.filter(({ check }) => matches(glob, check));
    if (found.length === 0) open.push({ ground: { check: glob, subject: "" }, reason: `${glob} was not run` });
    for (const result of found) {
      const { check, subject, status, reason = "" } = result;
      const findings = [...result.findings, ...(result.borne ?? [])];
      const ground = { check, subject: label(subject) };
      const found = (wanted: Effect): Finding | undefined =>
        findings.find(
          ({ verdict, level }) => effect(bar, verdict, rules.get(check)?.verdicts[verdict]?.level ?? level) === wanted,
        );
      const breaking = found("not met");
      const opening = found("cannot tell");
      if (breaking) broken.push(saidBy(ground, breaking));
      else if (opening) open.push(saidBy(ground, opening));
      else if (findings.length > 0) good.push(saidBy(ground, findings[0]!));
      else if (status === "inconclusive" || result.skipped === "undeclared") open.push({ ground, reason });
      else idle.push(reason);
    }
  }
  if (broken.length > 0) return { state: "not met", ...together(broken) };
  if (open.length > 0) return { state: "cannot tell", ...together(open) };
  if (good.length === 0 && idle.length > 0) return { state: "does not apply", reason: idle[0]!, grounds: [] };
  if (unseen !== undefined) return { state: "cannot tell", reason: unseen, grounds: [] };
  return { state: "met", grounds: good.map(({ ground }) => ground) };
}

interface Known {
  ground: Ground;
  reason: string;
}

const saidBy = (ground: Ground, { verdict, text }: Finding): Known => ({
  ground: { ...ground, verdict },
  reason: text,
});

/** Several results as one: the first says why. */
const together = (of: readonly Known[]): Omit<Decision, "state"> => ({
  reason: of[0]!.reason,
  grounds: of.map(({ ground }) => ground),
});

import { type Say, speak, type Verdicts } from "./check.js";
import type { Across, Fact, Maybe } from "./fact.js";
import type { Planned } from "./plan.js";
import type { Kind } from "./subject.js";

/** A check in its place in the plan, with where each of its needs stands among the facts of its docket. */
export interface Case {
  planned: Planned;
  /** Its place in the plan, and in the docket. */
  at: number;
  nth: number;
  say: Say<Verdicts>;
  needs: { name: string; fact: number; optional: boolean }[];
  /** The facts it needs, each once. */
  facts: number[];
}

/** A fact that is needed, as it is or as it was and will be. */
export interface Needed {
  fact: Fact;
  across: boolean;
  neededBy: Case[];
}

/** The checks on one kind of subject, and the facts that they need between them. */
export interface Docket {
  kind: Kind;
  cases: Case[];
  facts: Needed[];
}

const known = new WeakMap<readonly Planned[], Docket[]>();

/** The checks of a plan by the kind of their subject; worked out once for each plan. */
export function dockets(checks: readonly Planned[]): Docket[] {
  let found = known.get(checks);
  if (!found) known.set(checks, (found = sorted(checks)));
  return found;
}

function sorted(checks: readonly Planned[]): Docket[] {
  const kinds = new Map<Kind, Docket>();
  for (const [at, planned] of checks.entries()) {
    const { on, needs, verdicts } = planned.check;
    const docket = kinds.get(on) ?? { kind: on, cases: [], facts: [] };
    kinds.set(on, docket);
    const places = Object.entries(needs as Record<string, Fact | Maybe | Across>).map(([name, need]) => {
      if ("across" in need) return { name, fact: placeOf(need.across, true, docket), optional: false };
      const optional = "maybe" in need;
      return { name, fact: placeOf(optional ? need.maybe : need, false, docket), optional };
    });
    const facts = [...new Set(places.map(({ fact }) => fact))];
    const item = { planned, at, nth: docket.cases.length, say: speak(verdicts), needs: places, facts };
    docket.cases.push(item);
    for (const fact of facts) docket.facts[fact]!.neededBy.push(item);
  }
  return [...kinds.values()];
}

function placeOf(fact: Fact, across: boolean, { facts }: Docket): number {
  const at = facts.findIndex((other) => other.fact.id === fact.id && other.across === across);
  return at < 0 ? facts.push({ fact, across, neededBy: [] }) - 1 : at;
}

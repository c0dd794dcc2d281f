import type { Fact, Maybe } from "./fact.js";
import type { Planned } from "./plan.js";
import type { Kind } from "./subject.js";

/** A check in its place in the plan, with where each of its needs stands among the facts of its session. */
export interface Case {
  planned: Planned;
  /** Its place in the plan. */
  at: number;
  needs: { name: string; fact: number; optional: boolean }[];
}

/** Checks that need the same facts: gathered for together, judged one after the other. */
export interface Session {
  facts: Fact[];
  cases: Case[];
}

const known = new WeakMap<readonly Planned[], Map<Kind, Session[]>>();

/** The checks of a plan by the kind of their subject and by the facts they need; worked out once for each plan. */
export function docket(checks: readonly Planned[]): Map<Kind, Session[]> {
  let kinds = known.get(checks);
  if (!kinds) known.set(checks, (kinds = sorted(checks)));
  return kinds;
}

function sorted(checks: readonly Planned[]): Map<Kind, Session[]> {
  const kinds = new Map<Kind, Map<string, Session>>();
  for (const [at, planned] of checks.entries()) {
    const { on, needs } = planned.check;
    const entries = Object.entries(needs as Record<string, Fact | Maybe<Fact>>).map(([name, need]) =>
      "maybe" in need ? { name, fact: need.maybe, optional: true } : { name, fact: need, optional: false },
    );
    const facts = [...new Set(entries.map(({ fact }) => fact))].sort((a, b) => (a.id < b.id ? -1 : 1));
    const sessions = kinds.get(on) ?? new Map<string, Session>();
    kinds.set(on, sessions);
    const key = facts.map(({ id }) => id).join(" ");
    const session = sessions.get(key) ?? { facts, cases: [] };
    sessions.set(key, session);
    const places = entries.map(({ name, fact, optional }) => ({
      name,
      fact: session.facts.findIndex(({ id }) => id === fact.id),
      optional,
    }));
    session.cases.push({ planned, at, needs: places });
  }
  return new Map(Array.from(kinds, ([kind, sessions]) => [kind, [...sessions.values()]]));
}

import type { Profile } from "../preset.js";
import type { Requirement } from "../requirement.js";
import type { Status } from "../result.js";
import type { Outcome, State } from "../roll-up.js";

/** How a target stands to all that a profile requires. */
export interface Compliance {
  profile: Profile;
  counts: Record<State, number>;
  /** Codes of the bounces to expect. */
  codes: string[];
  items: Item[];
  score?: Score;
}

/** A requirement beside how the target stands to it. */
export interface Item {
  requirement: Requirement;
  outcome: Outcome;
}

/** A predicted score, of 100: what is proven, and what it is if all that is unknown turns out well. */
export interface Score {
  least: number;
  most: number;
}

/** States from worst to best, each with the status of a result that it is shown as. */
export const states = {
  "not met": "fail",
  "cannot tell": "inconclusive",
  met: "pass",
  "does not apply": "skip",
} as const satisfies Record<State, Status>;
const worstFirst = Object.keys(states) as readonly State[];

/** How a target stands to each of the profiles of a run; nothing where it was not rolled up. */
export function complianceOf(profiles: readonly Profile[], outcomes: readonly Outcome[] = []): Compliance[] {
  const known = new Map(outcomes.map((outcome) => [outcome.requirement, outcome]));
  return profiles.flatMap((profile) => {
    const items = profile.requirements.flatMap((requirement): Item[] => {
      const outcome = known.get(requirement.id);
      return outcome ? [{ requirement, outcome }] : [];
    });
    if (items.length === 0) return [];
    const counts = Object.fromEntries(worstFirst.map((state) => [state, of(items, state).length])) as Record<
      State,
      number
    >;
    const codes = [...new Set(of(items, "not met").flatMap(({ requirement }) => requirement.codes ?? []))].sort();
    const score = scoreOf(items);
    return [{ profile, counts, codes, items, ...(score && { score }) }];
  });
}

/** The same as plain data, without what the profile says of itself. */
export const inShort = ({ profile, counts, codes, score }: Compliance): object => ({
  profile: profile.name,
  counts,
  codes,
  ...(score && { score }),
});

const of = (items: readonly Item[], state: State): Item[] => items.filter(({ outcome }) => outcome.state === state);

/** `9 met, 1 not met (5.7.26), 2 cannot tell`; a predicted score comes last. */
export function standing({ counts, codes, score }: Compliance): string {
  const order: readonly State[] = ["met", "not met", "cannot tell", "does not apply"];
  const told = order
    .filter((state) => counts[state] > 0)
    .map((state) => {
      const word = state === "does not apply" && counts[state] > 1 ? "do not apply" : state;
      return `${counts[state]} ${word}${state === "not met" && codes.length > 0 ? ` (${codes.join(", ")})` : ""}`;
    })
    .join(", ");
  return score ? `${told}; predicted score ${scored(score)}` : told;
}

/** `87 of 100`, or `40 to 87 of 100` where something is unknown. */
export const scored = ({ least, most }: Score): string => `${least === most ? least : `${least} to ${most}`} of 100`;

/** What cannot be told, by the reason: each said once, with the requirements that wait for it. */
export function openQuestions({ items }: Compliance): { reason: string; requirements: Requirement[] }[] {
  const found = new Map<string, Requirement[]>();
  for (const { requirement, outcome } of of(items, "cannot tell")) {
    const reason = outcome.reason ?? "";
    found.set(reason, [...(found.get(reason) ?? []), requirement]);
  }
  return Array.from(found, ([reason, requirements]) => ({ reason, requirements }));
}

/** Each part is the share of its points that is had, and all parts weigh alike; what does not apply is left out. */
function scoreOf(items: readonly Item[]): Score | undefined {
  const parts = new Map<string, { all: number; least: number; most: number }>();
  for (const { requirement, outcome } of items) {
    const { weight } = requirement;
    if (!weight || outcome.state === "does not apply") continue;
    const part = parts.get(weight.part) ?? { all: 0, least: 0, most: 0 };
    part.all += weight.points;
    if (outcome.state === "met") part.least += weight.points;
    if (outcome.state !== "not met") part.most += weight.points;
    parts.set(weight.part, part);
  }
  if (parts.size === 0) return undefined;
  const mean = (share: "least" | "most"): number =>
    Math.floor((100 * [...parts.values()].reduce((sum, part) => sum + part[share] / part.all, 0)) / parts.size);
  return { least: mean("least"), most: mean("most") };
}

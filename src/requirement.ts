import type { Check, Verdict } from "./check.js";
import type { Level } from "./finding.js";
import { matches } from "./waiver.js";

/** Where a rule stands: the page, and the date of the version that was read. */
export interface Source {
  title: string;
  /** YYYY-MM-DD. */
  date: string;
  url?: string;
}

/**
 * The checks that decide a requirement, by id or glob, each with its bar: the mildest level that breaks the requirement,
 * or what single verdicts do to it, where others break it if they fail. Levels are those that the check gives its
 * verdicts, whatever the configuration makes of them.
 */
export type Deciders = Readonly<Record<string, Bar>>;
export type Bar = "fail" | "warn" | Readonly<Record<string, Effect>>;
/** What a verdict does to a requirement. */
export type Effect = "met" | "not met" | "cannot tell";

/** Something that a receiver, an authority or a test asks for, as data. */
export interface Requirement {
  /** Who asks, slash, what for: `google/dmarc`. */
  id: string;
  /** A sentence that is true when it is met, without a full stop, in our own words. */
  text: string;
  /** Whose mail it is asked of. */
  of: "all" | "bulk" | "marketing";
  /** Where it stands, if not on the page that its profile names. */
  source?: Source;
  /** All of these decide it together. */
  checks?: Deciders;
  /** Other checks that suffice by themselves, where either way is enough. */
  or?: Deciders;
  /** What no check sees, and where it can be seen: with it, a requirement can be broken but never proven. */
  unseen?: string;
  /** What decides in place of `checks` and `unseen` where a message is judged. */
  message?: Deciders;
  /** Enhanced status codes of the bounces to expect where it is not met (RFC 3463). */
  codes?: readonly string[];
  /** What it counts in a predicted score: so many points of a part; parts weigh alike. */
  weight?: { part: string; points: number };
}

/** Whether a requirement hangs on a check. */
export const hangsOn = ({ checks = {}, or = {}, message = {} }: Requirement, check: string): boolean =>
  [...Object.keys(checks), ...Object.keys(or), ...Object.keys(message)].some((glob) => matches(glob, check));

/** What a verdict of a level does to a requirement under a bar. */
export function effect(bar: Bar, verdict: string, level: Level): Effect {
  if (typeof bar === "object") return bar[verdict] ?? (level === "fail" ? "not met" : "met");
  return level === "fail" || level === bar ? "not met" : "met";
}

/** The verdicts of a check that break a requirement by themselves; none where there is another way to meet it. */
export function breakingVerdicts(
  { checks = {}, message = {}, or }: Requirement,
  { id, verdicts }: Pick<Check, "id" | "verdicts">,
) {
  if (or) return [];
  const bars = Object.entries({ ...checks, ...message }).filter(([glob]) => matches(glob, id));
  return Object.entries(verdicts as Record<string, Verdict>)
    .filter(([name, { level }]) => bars.some(([, bar]) => effect(bar, name, level) === "not met"))
    .map(([name]) => name);
}

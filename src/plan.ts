import type { Baseline } from "./baseline.js";
import type { Check } from "./check.js";
import type { Here } from "./fact.js";
import type { Finding, Level } from "./finding.js";
import type { Net } from "./net/net.js";
import type { Profile } from "./preset.js";
import type { Target } from "./target.js";
import type { Comment, Waiver } from "./waiver.js";

/** A check as this run uses it. */
export interface Planned {
  check: Check;
  /** `warn`: nothing of it is worse than a warning; `fail`: its warnings are failures. */
  level?: "warn" | "fail";
  /** Parsed options. */
  options: object;
  /** Ids of the requirements that hang on it. */
  requirements?: readonly string[];
  /** Verdicts that break one of them, and so are failures. */
  breaking?: readonly string[];
}

/** What a run is to do. */
export interface Plan {
  checks: readonly Planned[];
  targets: Iterable<Target> | AsyncIterable<Target>;
  /** How many targets, where that is known. */
  total?: number;
  /**
   * Targets come as they please, maybe hours apart, while somebody changes DNS between two: each is told when it is
   * judged, and no fact is kept from one to the next.
   */
  live?: boolean;
  /** Whose requirements are rolled up for each target. */
  profiles?: readonly Profile[];
  waivers?: readonly Waiver[];
  /** Comments in zones, and a baseline, which bear findings too. */
  comments?: readonly Comment[];
  baseline?: Baseline;
  /** The ids of all checks that there are, so that what names another is told. */
  known?: readonly string[];
  here?: Partial<Here>;
  /** The outside as it was before a change, for the facts that are compared across it. */
  base?: Net;
  /** Warnings count as failures in the exit code. */
  strict?: boolean;
  /** Targets at once. */
  together?: number;
  /** Milliseconds for one target, and for the whole run. */
  timeout?: number;
  totalTimeout?: number;
  /** The path of the configuration, for the reader. */
  config?: string;
  /** What was assumed or set, for the reader. */
  settings?: readonly string[];
}

/** A check with the options it has when nobody sets any. */
export const planned = (check: Check): Planned => ({
  check,
  options: check.options ? (check.options.parse({}) as object) : {},
});

/** A finding's level as the plan wants it: a failure where it breaks a requirement; softened, hardened or as it is. */
export function levelled({ level: said, verdict }: Finding, { level: wanted, breaking }: Planned): Level {
  const level = breaking?.includes(verdict) ? "fail" : said;
  if (wanted === "warn") return level === "fail" ? "warn" : level;
  return wanted === "fail" && level === "warn" ? "fail" : level;
}

import type { Check } from "./check.js";
import type { Here } from "./fact.js";
import type { Level } from "./finding.js";
import type { Target } from "./target.js";
import type { Waiver } from "./waiver.js";

/** A check as this run uses it. */
export interface Planned {
  check: Check;
  /** `warn`: nothing of it is worse than a warning; `fail`: its warnings are failures. */
  level?: "warn" | "fail";
  /** Parsed options. */
  options: object;
}

/** What a run is to do. */
export interface Plan {
  checks: readonly Planned[];
  targets: Iterable<Target> | AsyncIterable<Target>;
  /** How many targets, where that is known. */
  total?: number;
  waivers?: readonly Waiver[];
  here?: Partial<Here>;
  /** Warnings count as failures in the exit code. */
  strict?: boolean;
  /** Targets at once. */
  together?: number;
  /** Milliseconds for one target, and for the whole run. */
  timeout?: number;
  totalTimeout?: number;
  /** What was assumed or set, for the reader. */
  settings?: readonly string[];
}

/** A check with the options it has when nobody sets any. */
export const planned = (check: Check): Planned => ({
  check,
  options: check.options ? (check.options.parse({}) as object) : {},
});

/** A finding's level as the configuration wants it: softened, hardened or as it is. */
export function levelled(level: Level, wanted: Planned["level"]): Level {
  if (wanted === "warn") return level === "fail" ? "warn" : level;
  return wanted === "fail" && level === "warn" ? "fail" : level;
}

import type { Check } from "./check.js";
import { nearest } from "./nearest.js";
import type { Planned } from "./plan.js";
import { isProfile, type Preset, requirementsOf } from "./preset.js";
import { breakingVerdicts, hangsOn } from "./requirement.js";
import { UsageError } from "./usage.js";
import { matches } from "./waiver.js";

/** What the configuration says about a check: its level, or its level and options together. */
export type Setting = "on" | "off" | "warn" | "fail" | { level?: "warn" | "fail"; [option: string]: unknown };

/** How checks are chosen. Globs have `*` for any run of characters. */
export interface Choice {
  /** A check is in when one of these has it. */
  presets: readonly Preset[];
  /** By id or glob, later ones outweighing. An id turns its check on; a glob changes only what is on. */
  checks?: Readonly<Record<string, Setting>>;
  /** These and no others, whether a preset has them or not. */
  only?: readonly string[];
  skip?: readonly string[];
}

type Level = NonNullable<Planned["level"]> | "as it is";

/** The checks of a run, in their own order, with levels and parsed options. */
export function select(checks: readonly Check[], choice: Choice): Planned[] {
  const ids = checks.map(({ id }) => id);
  const { only = [], skip = [] } = choice;
  for (const [flag, globs] of [
    ["--only", only],
    ["--skip", skip],
  ] as const) {
    const idle = globs.filter((glob) => !ids.some((id) => matches(glob, id)));
    if (idle.length > 0) throw unmatched(flag, idle[0]!, ids);
  }
  const required = requirementsOf(choice.presets);
  const chosen = checks.flatMap((check): Planned[] => {
    if (skip.some((glob) => matches(glob, check.id))) return [];
    const named = only.some((glob) => matches(glob, check.id));
    if (only.length > 0 && !named) return [];
    const { level, options } = settled(check, choice);
    const asking = required.filter((requirement) => hangsOn(requirement, check.id));
    const breaking = asking.flatMap((requirement) => breakingVerdicts(requirement, check));
    if (level === undefined && !named) return [];
    return [
      {
        check,
        ...(level && level !== "as it is" && { level }),
        options: check.options ? (check.options.parse(options) as object) : {},
        ...(asking.length > 0 && { requirements: asking.map(({ id }) => id) }),
        ...(breaking.length > 0 && { breaking }),
      },
    ];
  });
  if (chosen.length === 0)
    throw new UsageError("nothing to judge: no check is left.", "see what there is: mailworthy --list");
  return chosen;
}

/** Whether presets have a check, and at which level. */
export function presetLevel(check: Check, presets: readonly Preset[]): Level | undefined {
  const levels = presets.map((preset) => levelIn(check, preset)).filter((level) => level !== undefined);
  return levels.includes("fail") ? "fail" : (levels.find((level) => level === "as it is") ?? levels[0]);
}

function levelIn(check: Check, preset: Preset): Level | undefined {
  const required = isProfile(preset) && preset.requirements.some((requirement) => hangsOn(requirement, check.id));
  let level: Level | undefined = required ? "as it is" : undefined;
  for (const [glob, wanted] of Object.entries(preset.checks)) {
    if (!matches(glob, check.id)) continue;
    level = wanted === "off" ? undefined : wanted === "on" ? "as it is" : wanted;
  }
  return level;
}

function settled(check: Check, { presets, checks = {} }: Choice): { level: Level | undefined; options: object } {
  let level = presetLevel(check, presets);
  let options: object = {};
  for (const [glob, setting] of Object.entries(checks)) {
    if (!matches(glob, check.id) || (glob !== check.id && level === undefined)) continue;
    if (typeof setting === "object") {
      const { level: wanted, ...more } = setting;
      level = wanted ?? level ?? "as it is";
      options = { ...options, ...more };
    } else {
      level = setting === "off" ? undefined : setting === "on" ? "as it is" : setting;
    }
  }
  return { level, options };
}

function unmatched(flag: string, glob: string, ids: readonly string[]): UsageError {
  const families = new Set(ids.map((id) => `${id.slice(0, id.indexOf("/"))}/*`));
  const meant = nearest(glob, [...ids, ...families]);
  const said = `nothing to judge: ${flag} '${glob}' matches none of ${ids.length} checks.`;
  if (!meant) return new UsageError(said, "see what there is: mailworthy --list");
  return new UsageError(`${said}\n  Did you mean '${meant}'? (a run of zero checks is never a success)`);
}

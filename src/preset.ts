import { nearest } from "./nearest.js";
import type { Requirement, Source } from "./requirement.js";
import type { Role } from "./target.js";
import { UsageError } from "./usage.js";

/** A choice of checks and their levels, as data. */
export interface Preset {
  name: string;
  title: string;
  /** Further names that it answers to. */
  also?: readonly string[];
  /** Ids or globs, and what to do with each; a later one outweighs an earlier one. */
  checks: Readonly<Record<string, "on" | "off" | "warn" | "fail">>;
}

/**
 * A preset with what somebody requires. It holds every check that decides one of its requirements, and a warning that
 * breaks one is a failure.
 */
export interface Profile extends Preset {
  /** Whose requirements they are, in two or three words: `Gmail bulk senders`. */
  heading: string;
  source: Source;
  requirements: readonly Requirement[];
  /** Only domains with this role are asked. */
  role?: Role;
  /** A playbook: its requirements are steps, to be taken in their order. */
  steps?: true;
}

export const definePreset = (preset: Preset): Preset => preset;
export const defineProfile = (profile: Profile): Profile => profile;

export const isProfile = (preset: Preset): preset is Profile => "requirements" in preset;

/** Every name that presets answer to. */
export const namesOfPresets = (presets: readonly Preset[]): string[] =>
  presets.flatMap(({ name, also = [] }) => [name, ...also]);

export const findPreset = (name: string, presets: readonly Preset[]): Preset | undefined =>
  presets.find((preset) => preset.name === name || preset.also?.includes(name));

/** The preset of that name; where there is none, a UsageError says which is meant. */
export function presetNamed(name: string, presets: readonly Preset[]): Preset {
  const found = findPreset(name, presets);
  if (found) return found;
  const meant = nearest(name, namesOfPresets(presets));
  const names = presets.map((preset) => preset.name);
  throw new UsageError(`no preset "${name}". ${meant ? `Did you mean ${meant}?` : `There is ${names.join(", ")}.`}`);
}

/** What profiles require, each requirement once. */
export const requirementsOf = (presets: readonly Preset[]): Requirement[] => [
  ...new Map(
    presets.filter(isProfile).flatMap(({ requirements }) => requirements.map((one) => [one.id, one] as const)),
  ).values(),
];

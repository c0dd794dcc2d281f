/**
 * A choice of checks and their levels, as data. The preset of a provider also holds every check that names it in its
 * `requirements`.
 */
export interface Preset {
  name: string;
  title: string;
  /** The page that a provider's requirements are taken from, with its date. */
  source?: string;
  /** Ids or globs, and what to do with each; a later one outweighs an earlier one. */
  checks: Readonly<Record<string, "on" | "off" | "warn" | "fail">>;
}

export const definePreset = (preset: Preset): Preset => preset;

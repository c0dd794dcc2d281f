/** A choice of checks and their levels, as data. */
export interface Preset {
  name: string;
  title: string;
  /** Ids or globs, and what to do with each; a later one outweighs an earlier one. */
  checks: Readonly<Record<string, "on" | "off" | "warn" | "fail">>;
}

export const definePreset = (preset: Preset): Preset => preset;

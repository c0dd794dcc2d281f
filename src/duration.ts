import { UsageError } from "./usage.js";

const units: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** How a duration is written: `30s`, `5m`, `2d`. */
export const durationForm = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/;

/** Milliseconds of a written duration. */
export function readDuration(text: string): number {
  const [, count, unit] = durationForm.exec(text.trim()) ?? [];
  if (count === undefined) throw new UsageError(`"${text}" is not a duration`, "write 30s, 5m or 2d");
  return Math.round(Number(count) * units[unit!]!);
}

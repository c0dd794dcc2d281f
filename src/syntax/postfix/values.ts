/** Seconds in the units of Postfix (postconf(5), "time"). */
const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 };

/** A time as seconds; undefined for what is none. `unit` is meant where none stands there. */
export function readTime(value: string, unit: "s" | "m" | "h" | "d" = "s"): number | undefined {
  const [, amount, given] = /^(\d{1,9})([smhdw]?)$/.exec(value.trim().toLowerCase()) ?? [];
  return amount === undefined ? undefined : Number(amount) * units[given || unit]!;
}

/** A whole number; undefined for what is none. */
export const readNumber = (value: string): number | undefined =>
  /^\d{1,15}$/.test(value.trim()) ? Number(value) : undefined;

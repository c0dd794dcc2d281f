import type { Result } from "./result.js";
import type { Waived } from "./subject.js";

/** A finding that is known and borne for a time. It never touches what could not be measured. */
export interface Waiver {
  /** A check id, or a glob over ids. */
  check: string;
  /** The domain or subject it holds for; every one where left out. A glob too. */
  on?: string;
  reason: string;
  /** The last day it holds, YYYY-MM-DD, in UTC. */
  until: string;
}

/** Whether a pattern with `*` for any run of characters stands for all of a text. */
export function matches(pattern: string, text: string): boolean {
  const parts = pattern.split("*");
  const first = parts.shift()!;
  if (parts.length === 0) return first === text;
  if (!text.startsWith(first)) return false;
  const last = parts.pop()!;
  let at = first.length;
  for (const part of parts) {
    const next = text.indexOf(part, at);
    if (next < 0) return false;
    at = next + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

export const ended = (waiver: Waiver, now: Date): boolean =>
  now.getTime() >= Date.parse(`${waiver.until}T00:00:00Z`) + 86_400_000;

/** The result as it counts while a waiver holds: skipped, with the reason, its findings kept. */
export function waive(result: Result, waivers: readonly Waiver[], now: Date): Result {
  if (result.status !== "fail" && result.status !== "warn") return result;
  const { subject } = result;
  const waiver = waivers.find(
    ({ check, on, ...rest }) =>
      matches(check, result.check) &&
      (on === undefined ||
        matches(on, subject.name) ||
        (subject.domain !== undefined && matches(on, subject.domain))) &&
      !ended({ check, ...rest }, now),
  );
  if (!waiver) return result;
  return { ...result, status: "skip", skipped: "waived", reason: `waived until ${waiver.until}: ${waiver.reason}` };
}

/** A waiver as something to look at, so that one that has ended is told. */
export const asSubject = ({ check, on, reason, until }: Waiver): Waived => ({
  kind: "waiver",
  name: on === undefined ? check : `${check} on ${on}`,
  check,
  reason,
  until,
});

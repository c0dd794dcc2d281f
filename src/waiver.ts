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

/** A comment beside a record that asks for findings of checks to be borne; one with a fault bears none. */
export interface Comment {
  /** Check ids, or globs over ids. */
  checks: readonly string[];
  reason?: string;
  until?: string;
  /** What is wrong with it, in words. */
  fault?: string;
  /** The record sets that it stands at, with the mail hosts that they name. */
  of: readonly { name: string; type?: string; hosts: readonly string[] }[];
  file: string;
  line: number;
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

/** Whether the last day, YYYY-MM-DD, on which something holds is over. */
export const ended = (until: string, now: Date): boolean =>
  now.getTime() >= Date.parse(`${until}T00:00:00Z`) + 86_400_000;

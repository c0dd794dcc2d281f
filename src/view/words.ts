/** Numbers and lists in words, as every screen and page writes them. */

/** 1284 as 1,284. */
export const number = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");

/** `1 check`, `2 checks`; the plural where it is not formed with an s. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`;

/** `smtp`, `smtp and tls`, `smtp, tls and cert`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)!}`;

/** The first few words, and how many more there are. */
export const abridged = (words: readonly string[], few = 3): string =>
  words.length <= few + 1 ? listed(words) : `${words.slice(0, few).join(", ")} and ${number(words.length - few)} more`;

/** Milliseconds as `3.1 s`, `7 min 42 s`, `1 h 5 min`. */
export function duration(ms: number): string {
  if (ms < 59_950) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3_600)} h ${Math.floor((seconds % 3_600) / 60)} min`;
}

/** When the step of an order at this place, from 0, is due: `now`, `then`, `after 5 min`; the wait is in seconds. */
export const due = (wait: number, at: number): string =>
  wait > 0 ? `after ${waiting(wait)}` : at === 0 ? "now" : "then";

/** Seconds to wait as people count them: `5 min`, `24 hours`, `5 days`. */
export const waiting = (seconds: number): string =>
  seconds < 7_200 ? `${Math.ceil(seconds / 60)} min` : span(seconds * 1_000);

/** An ISO 8601 time as `2026-11-24 06:03 UTC`. */
export const moment = (iso: string): string => iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, "$1 $2 UTC");

/** A stretch of time, milliseconds, as people count it: `40 hours`, and from two days on `11 days`. Never rounded up. */
export function span(ms: number): string {
  const hours = Math.floor(ms / 3_600_000);
  return hours < 48 ? counted(hours, "hour") : counted(Math.floor(hours / 24), "day");
}

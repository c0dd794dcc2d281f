import {
  abridged,
  type Exhibit,
  type Fix,
  namesOf,
  type Said,
  shorten,
  told,
  toldWhole,
  type Unknown,
  urlOf,
  width,
} from "mailworthy";
import { exhibit } from "./exhibit.js";
import { hang, headOf, line, type Page } from "./page.js";

/** A finding in full: what was seen, what it rests on, what to do, and why. */
export function block(page: Page, said: Said): string[] {
  const { check, status, text, evidence, fix, rule } = said;
  const names = page.text(abridged(namesOf(said)));
  const shown = page.text(text);
  const beside = page.columns >= 100 || (page.columns >= 80 && evidence.length === 0);
  const head = beside
    ? line(page, status, check, [names, shown].filter(Boolean).join(": "))
    : [...titled(page, said.status, check, names), ...hang(page, "  ", 2, shown)];
  return [
    ...head,
    ...exhibits(page, check, evidence),
    ...steps(page, fix),
    ...(rule ? reasons(page, rule.why, rule.refs ?? []) : []),
  ];
}

/** An id and what it was said of, on a line of their own. */
function titled(page: Page, status: Said["status"], check: string, names: string): string[] {
  const room = page.columns - width(`  ${check}  `);
  return [headOf(page, status, check) + (names && `  ${page.bold(shorten(names, room, page.ellipsis))}`)];
}

/** A finding in one line, wrapped. */
export function brief(page: Page, said: Said): string[] {
  const shown = page.verbose > 1 ? exhibits(page, said.check, said.evidence) : [];
  return [...line(page, said.status, said.check, page.text(told(said))), ...shown];
}

/** What could not be learnt: in full the first time, later on only how much it holds up. */
export function open(page: Page, unknown: Unknown): string[] {
  const { cause, checks, next, evidence } = unknown;
  const again = cause !== undefined && page.told.has(cause);
  if (cause !== undefined) page.told.add(cause);
  const head =
    checks.length === 1
      ? single(page, unknown)
      : hang(page, `${page.paint("inconclusive", "?")} `, 2, page.text(toldWhole(unknown)));
  if (again) return head;
  return [
    ...head,
    ...exhibits(page, checks[0]!, evidence),
    ...next.flatMap((step, at) => hang(page, at === 0 ? "  next  " : " ".repeat(8), 8, page.copy(step))),
  ];
}

function single(page: Page, unknown: Unknown): string[] {
  return line(page, "inconclusive", unknown.checks[0]!, page.text(told(unknown)));
}

/** What something rests on; what another check of the screen has shown already is only referred to. */
function exhibits(page: Page, check: string, evidence: readonly Exhibit[]): string[] {
  const lines = evidence.flatMap((one) => {
    const key = JSON.stringify(one);
    const before = page.shown.get(key);
    if (before !== undefined && before !== check) return [page.text(`as shown for ${before}`)];
    page.shown.set(key, check);
    return exhibit(page, one, page.columns - 4);
  });
  return lines.map((text) => page.dim(`    ${text}`));
}

/** What to do; the lines to copy are never wrapped or cut. */
function steps(page: Page, { text, from, to, command }: Fix = {}): string[] {
  return [
    ...(text === undefined ? [] : hang(page, "  fix  ", 7, page.text(text))),
    ...(from === undefined ? [] : [`  ${page.paint("fail", "-")} ${page.copy(from)}`]),
    ...(to === undefined ? [] : [`  ${page.paint("pass", "+")} ${page.copy(to)}`]),
    ...(command === undefined ? [] : [`  $ ${page.copy(command)}`]),
  ];
}

/** Why it matters and where the rule stands; an RFC stays on one line with its number. */
function reasons(page: Page, why: string, refs: readonly string[]): string[] {
  const kept = refs.map((ref) => (ref.startsWith("RFC ") ? page.text(ref).replaceAll(" ", bound) : page.text(ref)));
  const lines = hang(page, "  why  ", 7, [page.text(why), kept.join(", ")].filter(Boolean).join(" "));
  const longest = refs.toSorted((a, b) => b.length - a.length);
  return lines.map((line) => linked(page, line.replaceAll(bound, " "), longest));
}

/** The line with its references as links. */
function linked(page: Page, line: string, [ref, ...rest]: readonly string[]): string {
  if (ref === undefined) return line;
  const shown = page.text(ref);
  const parts = line.split(shown).map((part) => linked(page, part, rest));
  return parts.join(page.link(shown, urlOf(ref)));
}

/** A blank at which no line is broken. */
const bound = "\u00a0";

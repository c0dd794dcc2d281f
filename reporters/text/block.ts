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
  const why = [rule?.why, (rule?.refs ?? []).join(", ")].filter(Boolean).join(" ");
  return [
    ...head,
    ...exhibits(page, evidence),
    ...steps(page, fix),
    ...(why ? reasons(page, why, rule?.refs ?? []) : []),
  ];
}

/** An id and what it was said of, on a line of their own. */
function titled(page: Page, status: Said["status"], check: string, names: string): string[] {
  const room = page.columns - width(`  ${check}  `);
  return [headOf(page, status, check) + (names && `  ${page.bold(shorten(names, room, page.ellipsis))}`)];
}

/** A finding in one line, wrapped. */
export function brief(page: Page, said: Said): string[] {
  const shown = page.verbose > 1 ? exhibits(page, said.evidence) : [];
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
    ...exhibits(page, evidence),
    ...next.flatMap((step, at) => hang(page, at === 0 ? "  next  " : " ".repeat(8), 8, page.copy(step))),
  ];
}

function single(page: Page, unknown: Unknown): string[] {
  return line(page, "inconclusive", unknown.checks[0]!, page.text(told(unknown)));
}

const exhibits = (page: Page, evidence: readonly Exhibit[]): string[] =>
  evidence.flatMap((one) => exhibit(page, one, page.columns - 4)).map((text) => page.dim(`    ${text}`));

/** What to do; the lines to copy are never wrapped or cut. */
function steps(page: Page, { text, from, to, command }: Fix = {}): string[] {
  return [
    ...(text === undefined ? [] : hang(page, "  fix  ", 7, page.text(text))),
    ...(from === undefined ? [] : [`  ${page.paint("fail", "-")} ${page.copy(from)}`]),
    ...(to === undefined ? [] : [`  ${page.paint("pass", "+")} ${page.copy(to)}`]),
    ...(command === undefined ? [] : [`  $ ${page.copy(command)}`]),
  ];
}

function reasons(page: Page, why: string, refs: readonly string[]): string[] {
  const lines = hang(page, "  why  ", 7, page.text(why));
  return lines.map((text) =>
    refs.reduce((linked, ref) => linked.replace(page.text(ref), (shown) => page.link(shown, urlOf(ref))), text),
  );
}

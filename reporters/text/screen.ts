import {
  type Family,
  number,
  padEnd,
  type Said,
  stateOf,
  type Status,
  type Unknown,
  type View,
  width,
  worstFirst,
  wrap,
} from "mailworthy";
import { compliance } from "./compliance.js";
import { block, brief, open } from "./block.js";
import { apart, type Page } from "./page.js";

/**
 * Everything there is to say of one target: what fails, what could not be learnt, what warns, and the rest as counts.
 * The only target of a run is `alone`: then the run's own checks are counted along, and what holds it up comes first.
 */
export function screen(page: Page, view: View, alone?: { own: View | undefined }): string[] {
  page.shown.clear();
  const views = [...(alone?.own ? [alone.own] : []), view];
  const calm = view.failing.length === 0;
  const first = calm && alone ? view.unknown.filter(({ cause }) => cause !== undefined) : [];
  const unknown = view.unknown.filter((one) => !first.includes(one));
  const counts = page.verbose > 0 ? [] : calm ? grid(page, views) : fold(page, views);
  const small = [...view.warning.flatMap((said) => warning(page, said)), ...(calm ? [] : counts)];
  const head = heading(page, view);
  const healthy = calm && unknown.length + small.length === 0;
  return spaced([
    ...remarks(page, first, []),
    healthy ? [...head, ...counts] : head,
    ...view.failing.map((said) => block(page, said)),
    ...remarks(page, unknown, small),
    page.verbose > 0 ? others(page, views) : [],
    calm && !healthy ? counts : [],
    page.verbose > 0
      ? []
      : views.flatMap(({ skipped }) => skipped).flatMap((said) => (said.borne ? brief(page, said) : [])),
    ...view.compliance.map((one) => compliance(page, one)),
  ]);
}

/** What the run's own checks have to say; what passes only where no target's screen will show it. */
export const ownScreen = (page: Page, view: View, alone: boolean): string[] =>
  spaced([
    ...view.failing.map((said) => block(page, said)),
    ...remarks(
      page,
      view.unknown,
      view.warning.flatMap((said) => warning(page, said)),
    ),
    page.verbose > 0 && !alone ? others(page, [view]) : [],
  ]);

const warning = (page: Page, said: Said): string[] => (page.verbose > 1 ? block(page, said) : brief(page, said));

const others = (page: Page, views: readonly View[]): string[] =>
  [...views.flatMap(({ passing }) => passing), ...views.flatMap(({ skipped }) => skipped)].flatMap((said) =>
    brief(page, said),
  );

/** Unknowns that need several lines stand alone, the others among the warnings. */
function remarks(page: Page, unknown: readonly Unknown[], small: readonly string[]): string[][] {
  const opened = unknown.map((one) => open(page, one));
  const tall = (lines: readonly string[]): boolean => lines.length > 2;
  return [...opened.filter(tall), [...opened.filter((lines) => !tall(lines)).flat(), ...small]];
}

function heading(page: Page, { name = "", about }: View): string[] {
  const shown = page.text(name);
  const told = page.text(about.join(", "));
  const whole = `${shown}  ${told}`;
  if (!told) return [page.bold(shown)];
  if (page.columns >= 80 && width(whole) <= page.columns) return [`${page.bold(shown)}  ${told}`];
  return [page.bold(shown), ...wrap(told, page.columns, page.ellipsis)];
}

/** `✓ 41 pass  – 4 do not apply`. */
function fold(page: Page, views: readonly View[]): string[] {
  const sum = (status: "pass" | "skip"): number => views.reduce((count, view) => count + view.counts[status], 0);
  const [passes, skips] = [sum("pass"), sum("skip")];
  const { pass, skip } = page.symbols;
  const parts = [
    ...(passes > 0 ? [`${pass} ${number(passes)} pass`] : []),
    ...(skips > 0 ? [`${skip} ${number(skips)} ${skips === 1 ? "does" : "do"} not apply`] : []),
  ];
  if (parts.length === 0) return [];
  const told = parts.join("  ");
  const hint = "(-v shows them)";
  return [page.columns < 80 ? `${told}  ${hint}` : apart(page, told, hint)];
}

/** The families in columns, each with the worst that came of it, how often, and out of how many that were judged. */
function grid(page: Page, views: readonly View[]): string[] {
  const cells = together(views.flatMap(({ families }) => families)).map(({ name, counts }) => {
    const status = stateOf(counts);
    const judged = counts.pass + counts.warn + counts.inconclusive + counts.fail;
    const of = status === "skip" || judged === counts[status] ? "" : `/${judged}`;
    return { status, text: page.text(`${name} ${counts[status]}${of}`) };
  });
  const column = Math.max(0, ...cells.map(({ text }) => width(text))) + 4;
  const across = Math.max(1, Math.floor((page.columns - 2) / column));
  const rows = Array.from({ length: Math.ceil(cells.length / across) }, (_, row) =>
    cells.slice(row * across, (row + 1) * across),
  );
  return rows.map((row) =>
    `  ${row.map(({ text, status }) => `${page.paint(status, page.symbols[status])} ${padEnd(text, column - 2)}`).join("")}`.trimEnd(),
  );
}

/** Families of the run and of the target that have one name, as one, where the target has it. */
function together(families: readonly Family[]): Family[] {
  const found = new Map<string, Family>();
  for (const { name, counts } of families) {
    const before = found.get(name)?.counts;
    const sum = (status: Status): number => counts[status] + (before?.[status] ?? 0);
    found.delete(name);
    found.set(name, {
      name,
      counts: Object.fromEntries(worstFirst.map((status) => [status, sum(status)])) as Family["counts"],
    });
  }
  return [...found.values()];
}

const spaced = (blocks: readonly string[][]): string[] =>
  blocks.filter((lines) => lines.length > 0).flatMap((lines, at) => (at === 0 ? lines : ["", ...lines]));

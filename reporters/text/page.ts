import { clean, type Out, type Palette, palette, type ReporterOptions, type Status, width, wrap } from "mailworthy";

/** What screens are written on, and how much goes on them. */
export interface Page extends Palette {
  columns: number;
  verbose: number;
  all: boolean;
  /** The causes that have been told in full; the next mention is short. */
  told: Set<string>;
  /** The exhibits of the screen, each with the check that showed it: it is not shown again. */
  shown: Map<string, string>;
  /** Text from outside, made harmless. */
  text(text: string): string;
  /** The same for a line that the reader copies. */
  copy(text: string): string;
}

export function pageOf(out: Out, { verbose = 0, all = false }: ReporterOptions): Page {
  const colours = palette(out);
  return {
    ...colours,
    columns: Math.min(out.columns, 120),
    verbose,
    all,
    told: new Set(),
    shown: new Map(),
    text: (text) => colours.spell(clean.terminal(text)),
    copy: (text) => colours.spell(clean.copied(text)),
  };
}

/** Text after a lead of fixed width, wrapped, its further lines hanging at that width. */
export function hang(page: Page, lead: string, columns: number, text: string): string[] {
  const [first = "", ...rest] = wrap(text, page.columns - columns, page.ellipsis);
  return [lead + first, ...rest.map((line) => " ".repeat(columns) + line)];
}

/** The first column of text beside an id: symbol, id, blank. */
export const besideId = 22;

/** An id with its symbol, in the colour of the status. */
export const headOf = (page: Page, status: Status, id: string): string =>
  page.paint(status, `${page.symbols[status]} ${page.text(id)}`);

/** So far an id may push its text on before the lines under it hang askew. */
const pushed = 6;

/** A line for an id: the text beside it where there is room, else below. An id that is a little too long pushes its text on. */
export function line(page: Page, status: Status, id: string, text: string): string[] {
  const head = headOf(page, status, id);
  const used = width(`  ${page.text(id)}`);
  if (page.columns < 80) return [head, ...hang(page, "  ", 2, text)];
  if (used < besideId) return hang(page, head + " ".repeat(besideId - used), besideId, text);
  const [first = ""] = wrap(text, page.columns - used - 2, page.ellipsis);
  if (!text.startsWith(first)) return [head, ...hang(page, "  ", 2, text)];
  const rest = text.slice(first.length + 1);
  if (rest && used + 2 > besideId + pushed) return [head, ...hang(page, "  ", 2, text)];
  return [`${head}  ${first}`, ...(rest ? hang(page, " ".repeat(besideId), besideId, rest) : [])];
}

/** Text with more at the right margin, or after two blanks where that is too narrow, or alone. */
export function apart(page: Page, left: string, right: string, columns = page.columns): string {
  const blanks = columns - width(left) - width(right);
  return `${left}${" ".repeat(Math.max(2, blanks))}${right}`;
}

import { type Branch, type Exhibit, padEnd, padStart, shorten, width } from "mailworthy";
import { sourced } from "./exhibit.js";
import type { Page } from "./page.js";

interface Row {
  rails: string;
  label: Label;
  cost: string;
  note: string;
}

/** A lookup tree: its title and source, then a line for each branch with the running cost in a column. */
export function tree(
  page: Page,
  { title, source, root }: Extract<Exhibit, { kind: "tree" }>,
  columns: number,
): string[] {
  const rows = below(page, root, "");
  return [
    ...sourced(page, page.text(title), source === undefined ? "" : page.text(source), columns),
    ...rows.flatMap((row) => laid(page, row, columns)),
  ];
}

function below(page: Page, { branches }: Branch, rails: string): Row[] {
  const { branch, last, line, gap } = page.tree;
  const shown = page.verbose > 1 ? branches.map(one) : folded(branches);
  return shown.flatMap(({ label, node }, at) => {
    const ends = at === shown.length - 1;
    const cost = node.cost === undefined ? "" : String(node.cost);
    const row = {
      rails: rails + (ends ? last : branch),
      label: { head: page.text(label.head), tail: page.text(label.tail) },
      cost,
      note: page.text(node.note ?? ""),
    };
    return [row, ...below(page, node, rails + (ends ? gap : line))];
  });
}

/** What is shown of a name: all of it in `head`, or what several have in common at both ends. */
interface Label {
  head: string;
  tail: string;
}
interface Shown {
  label: Label;
  node: Branch;
}
const one = (node: Branch): Shown => ({ label: { head: node.label, tail: "" }, node });

/** Three or more neighbours that end here and are called alike are one line, with the cost after the last. */
function folded(branches: readonly Branch[]): Shown[] {
  const shown: Shown[] = [];
  for (let at = 0; at < branches.length;) {
    let end = at + 1;
    while (end < branches.length && alike(branches[at]!, branches[end]!)) end++;
    const run = branches.slice(at, end);
    if (run.length < 3) shown.push(...run.map(one));
    else shown.push({ label: ofAll(run), node: run.at(-1)! });
    at = end;
  }
  return shown;
}

const alike = (a: Branch, b: Branch): boolean => {
  const leaves = a.branches.length + b.branches.length === 0;
  const mechanism = a.label.indexOf(":") + 1;
  return (
    leaves &&
    a.note === undefined &&
    b.note === undefined &&
    mechanism > 0 &&
    beginning(a.label, b.label).length >= mechanism + 4
  );
};

function beginning(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a.slice(0, at);
}

/** What all labels begin and end with; the end in whole labels of the name. */
function ofAll(run: readonly Branch[]): Label {
  const labels = run.map(({ label }) => label);
  const head = labels.reduce(beginning);
  const tail = backwards(labels.map((label) => backwards(label.slice(head.length))).reduce(beginning));
  return { head: `${run.length} × ${head}`, tail: tail.includes(".") ? tail.slice(tail.indexOf(".")) : "" };
}
const backwards = (text: string): string => Array.from(text).reverse().join("");

/** A label that fits: of a common end, whole labels go first. */
function fitted(page: Page, { head, tail }: Label, columns: number): string {
  if (!tail) return shorten(head, columns, page.ellipsis);
  const shown = `${head}${page.ellipsis}${tail}`;
  const next = tail.indexOf(".", 1);
  return width(shown) > columns && next > 0
    ? fitted(page, { head, tail: tail.slice(next) }, columns)
    : shorten(shown, columns, page.ellipsis);
}

/** A row of the tree; a note that has no room beside it stands below. */
function laid(page: Page, { rails, label, cost, note }: Row, columns: number): string[] {
  const column = page.columns < 100 ? 42 : 49;
  const narrow = page.columns < 80;
  const price = narrow ? cost && `  ${cost}` : padStart(cost, 2);
  const room = (narrow ? columns - width(price) : column - 2) - width(rails);
  const name = rails + fitted(page, label, room);
  const row = `${narrow ? name : padEnd(name, column)}${price}`.trimEnd();
  if (!note) return [row];
  const whole = `${row}  ${note}`;
  if (width(whole) <= columns) return [whole];
  const { branch, last, line, gap } = page.tree;
  const beside = rails.endsWith(last) ? rails.slice(0, -last.length) + gap : rails.slice(0, -branch.length) + line;
  return [row, beside + shorten(note, columns - width(beside), page.ellipsis)];
}

import { type Exhibit, moment, padEnd, padStart, shorten, width, wrap } from "mailworthy";
import type { Page } from "./page.js";
import { tree } from "./tree.js";

type Of<Kind extends Exhibit["kind"]> = Extract<Exhibit, { kind: Kind }>;

/** An exhibit as lines no wider than `columns`, except where the reader copies them. */
export function exhibit(page: Page, shown: Exhibit, columns: number): string[] {
  switch (shown.kind) {
    case "records":
      return records(page, shown, columns);
    case "tree":
      return tree(page, shown, columns);
    case "transcript":
      return transcript(page, shown, columns);
    case "certificate":
      return certificate(page, shown, columns);
    case "table":
      return table(page, shown, columns);
    default:
      return [`- ${page.copy(shown.from)}`, `+ ${page.copy(shown.to)}`];
  }
}

/** The first few of many, and how many there are besides. */
function some<T>(page: Page, items: readonly T[], few: number): { items: readonly T[]; more: string[] } {
  if (page.all || page.verbose > 1 || items.length <= few + 1) return { items, more: [] };
  return { items: items.slice(0, few), more: [`${page.ellipsis} ${items.length - few} more (-vv)`] };
}

/** Text, and where it comes from: in a column of its own, behind the text, or below it, as there is room. */
export function sourced(page: Page, text: string, source: string, columns: number): string[] {
  const column = page.columns < 100 ? 43 : 50;
  const beside = page.columns < 80 ? text : padEnd(text, column - 2);
  const whole = `${beside}  ${source}`.trimEnd();
  if (width(whole) <= columns) return [whole];
  return [shorten(text, columns, page.ellipsis), ...(source ? [shorten(`  ${source}`, columns, page.ellipsis)] : [])];
}

function records(page: Page, { name, type, rcode, server, ad, records }: Of<"records">, columns: number): string[] {
  const from = `from ${page.text(server)}${ad ? ", authenticated" : ""}`;
  if (records.length === 0) {
    const none = rcode === "NXDOMAIN" ? "no such name" : "no such record";
    return sourced(page, `${page.text(name)} ${page.text(type)}`, `${none}, ${from}`, columns);
  }
  const { items, more } = some(page, records, 8);
  let owner = "";
  const lines = items.flatMap(({ name, type, ttl, text, file, line }) => {
    const place = file === undefined ? from : `${page.text(file)}${line === undefined ? "" : `:${line}`}`;
    const head = sourced(page, `${page.text(name)} ${page.text(type)}`, `TTL ${ttl}, ${place}`, columns);
    const [first = "", ...rest] = wrap(page.text(text), columns - 4, page.ellipsis);
    const value = [`  ${first}`, ...rest.map((more) => `    ${more}`)];
    if (head.join("\n") === owner) return value;
    owner = head.join("\n");
    return [...head, ...value];
  });
  return [...lines, ...more];
}

function transcript(page: Page, { at, steps }: Of<"transcript">, columns: number): string[] {
  const last = page.all || page.verbose > 1 ? steps : steps.slice(-12);
  const before = steps.length - last.length;
  const who = { server: "S: ", client: "C: ", note: "" } as const;
  return [
    page.text(at),
    ...(before > 0 ? [`${page.ellipsis} ${before} lines before (-vv)`] : []),
    ...last.flatMap(({ at, from, text }) => {
      const lead = `${padStart((at / 1_000).toFixed(1), 5)} s  ${who[from]}`;
      const [first = "", ...rest] = wrap(page.text(text), columns - lead.length, page.ellipsis);
      return [lead + first, ...rest.map((more) => " ".repeat(lead.length) + more)];
    }),
  ];
}

/** The common name of a distinguished name, or all of it. */
const common = (name: string): string => /(?:^|[\n,]\s*)CN\s*=\s*([^\n,]+)/.exec(name)?.[1] ?? name;

function certificate(page: Page, { at, chain }: Of<"certificate">, columns: number): string[] {
  const shown = page.verbose > 1 ? chain : chain.slice(0, 1);
  if (shown.length === 0) return wrap(`no certificate, ${page.text(at)}`, columns, page.ellipsis);
  return shown.flatMap((one, index) => {
    const from = page.columns < 100 ? "" : `${one.notBefore.slice(0, 10)} `;
    const names = page.verbose > 1 && one.names.length > 0 ? `, for ${one.names.slice(0, 20).join(", ")}` : "";
    const name = one.commonName ?? common(one.subject);
    const seen = page.columns < 100 || index > 0 ? "" : `, seen at ${at.replace(`${name} `, "")}`;
    const text = `CN ${name}, issuer ${common(one.issuer)}, ${from}to ${moment(one.notAfter)}`;
    return wrap(page.text(text + names + seen), columns, page.ellipsis);
  });
}

function table(page: Page, { columns: names, rows }: Of<"table">, columns: number): string[] {
  const { items, more } = some(page, rows, 20);
  const cells = items.map((row) => row.map((cell) => page.text(String(cell))));
  const heads = names.map((name) => page.text(name));
  const widths = heads.map((head, at) => Math.max(width(head), ...cells.map((row) => width(row[at] ?? ""))));
  const whole = widths.reduce((sum, one) => sum + one + 2, -2);
  if (whole > columns || page.columns < 40) {
    const lines = cells.flatMap((row) =>
      row.map((cell, at) => shorten(`${heads[at]}  ${cell}`, columns, page.ellipsis)),
    );
    return [...lines, ...more];
  }
  const numeric = names.map((_, at) => rows.every((row) => typeof row[at] === "number"));
  const laid = (row: readonly string[]): string =>
    row
      .map((cell, at) => (numeric[at] ? padStart : padEnd)(cell, widths[at] ?? 0))
      .join("  ")
      .trimEnd();
  return [laid(heads), ...cells.map(laid), ...more];
}

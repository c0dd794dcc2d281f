import {
  type Folded,
  nounOf,
  number,
  padEnd,
  padStart,
  type Recurrence,
  type Row,
  shared,
  shorten,
  type Status,
  type Summary,
  tallied,
  wording,
  wrap,
} from "mailworthy";
import type { Page } from "./page.js";

const listed = ["fail", "inconclusive", "warn"] as const;

/** Many targets: a line for each of the worst, and the others as counts. */
export function fleet(page: Page, rows: readonly Row[], summary: Summary): string[] {
  const { domains, causes } = summary;
  const few = listed.filter((status) => rows.some((row) => row.status === status));
  const lines = few.flatMap((status) => {
    const shown = rows.filter((row) => row.status === status);
    const more = domains[status] - shown.length;
    return [...shown.flatMap((row) => rowOf(page, row)), ...(more > 0 ? [rest(page, status, more, causes)] : [])];
  });
  const healthy = domains.pass + domains.skip;
  return [
    ...(page.columns < 80 || lines.length === 0 ? [] : [page.dim(heads(page, nounOf(summary)))]),
    ...lines,
    ...(healthy > 0 ? [`${page.paint("pass", page.symbols.pass)} ${number(healthy)} healthy`] : []),
  ];
}

const domainColumn = 27;

function heads(page: Page, noun: string): string {
  const what = page.columns >= 100 ? `${padEnd("worst", 23)} what` : "worst";
  return `  ${padEnd(noun, domainColumn)}fail unkn warn pass  ${what}`;
}

function rowOf(page: Page, { name, status, counts, gist }: Row): string[] {
  const symbol = page.paint(status, page.symbols[status]);
  const check = page.text(gist?.check ?? "");
  if (page.columns < 80) {
    const told = [tallied({ ...counts, skip: 0 }), check].filter(Boolean).join("; ");
    return [
      `${symbol} ${page.bold(shorten(page.text(name), page.columns - 2, page.ellipsis))}`,
      ...wrap(told, page.columns - 4, page.ellipsis).map((line) => `    ${line}`),
    ];
  }
  const numbers = [counts.fail, counts.inconclusive, counts.warn, counts.pass].map((count) =>
    padStart(number(count), 4),
  );
  const domain = padEnd(shorten(page.text(name), domainColumn - 1, page.ellipsis), domainColumn);
  const start = `${domain}${numbers.join(" ")}  `;
  const room = page.columns - 2 - start.length;
  const what =
    page.columns >= 100 ? `${padEnd(shorten(check, 22, page.ellipsis), 23)} ${page.text(gist?.text ?? "")}` : check;
  return [`${symbol} ${start}${cut(what, room, page.ellipsis)}`];
}

/** Text that loses its end where it does not fit: the rest is one command away. */
function cut(text: string, columns: number, ellipsis: string): string {
  const [first = "", ...rest] = wrap(text, columns, ellipsis);
  return rest.length === 0 ? first : `${wrap(text, columns - ellipsis.length - 1, ellipsis)[0]} ${ellipsis}`;
}

function rest(page: Page, status: (typeof listed)[number], more: number, causes: readonly Folded[]): string {
  const word = { fail: "failing", inconclusive: "unknown", warn: "with warnings" }[status];
  const [cause] = status === "inconclusive" ? shared(causes) : [];
  const by = cause ? `, ${number(cause.domains)} by one cause` : "";
  return `  ${page.ellipsis} ${number(more)} more ${word}${by} (--all)`;
}

/** What several targets have in common: fix one, heal many. */
export function common(page: Page, summary: Summary, faults: readonly Recurrence[]): string[] {
  const unknown = shared(summary.causes).map(({ domains, text }) => ({
    domains,
    text,
    status: "inconclusive" as Status,
  }));
  const failing = faults.map(({ domains, text }) => ({ domains, text, status: "fail" as Status }));
  const all = [...unknown, ...failing].sort((a, b) => b.domains - a.domains);
  const shown = page.all ? all : all.slice(0, 10);
  if (shown.length === 0) return [];
  const column = Math.max(...shown.map(({ domains }) => number(domains).length));
  return [
    page.bold(`One cause, many ${nounOf(summary)}s`),
    ...shown.flatMap(({ domains, text, status }) => {
      const [first = "", ...rest] = wrap(page.text(text), page.columns - column - 6, page.ellipsis);
      const lead = `  ${padStart(number(domains), column)}  ${page.paint(status, page.symbols[status])} `;
      return [lead + first, ...rest.map((line) => " ".repeat(column + 6) + line)];
    }),
    ...(all.length > shown.length ? [`  ${page.ellipsis} ${number(all.length - shown.length)} more (--all)`] : []),
  ];
}

/** One line for a target. */
export function single(page: Page, { name, status, counts, gist }: Row): string {
  const symbol = page.paint(status, page.symbols[status]);
  const told = tallied({ ...counts, skip: 0 }) || wording.skip.state.toLowerCase();
  const check = counts.fail + counts.inconclusive + counts.warn > 0 ? `  ${page.text(gist?.check ?? "")}` : "";
  return `${symbol} ${page.bold(page.text(name))}  ${told}${check}`;
}

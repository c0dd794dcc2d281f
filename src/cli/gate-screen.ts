import { whyBorne } from "../bearing.js";
import type { Change, Difference, Gated, ZoneDifference } from "../change.js";
import { copied, terminal } from "../clean.js";
import type { Finding } from "../finding.js";
import { defineReporter, type Out, type ReporterFormat, type ReporterOptions } from "../reporter.js";
import type { Report, Result, Status, Summary } from "../result.js";
import { lastLine } from "../view/closing.js";
import { type Palette, palette } from "../view/palette.js";
import { fixOf, placeOf, type Rules, view } from "../view/view.js";
import { label } from "../subject.js";
import { padEnd, width, wrap } from "../view/width.js";
import { counted, due, number, waiting } from "../view/words.js";

interface Page extends Palette {
  columns: number;
  all: boolean;
  verbose: number;
  rules: Rules;
}

/** A finding of a gate with what it is of. */
interface Told {
  result: Result;
  finding: Finding;
}

/** The screen of a gate: what changes, what that breaks and mends, and a safe order for it. */
export const gateScreen: ReporterFormat = defineReporter({
  name: "text",
  title: "for people: what changes, what it breaks, and a safe order",
  closes: true,
  open(out, options) {
    const reports: Report[] = [];
    let rules: Rules = new Map();
    return {
      start({ checks }) {
        rules = new Map(checks.map((check) => [check.id, check]));
      },
      report: (report) => void reports.push(report),
      end: (summary) => out.write(screen(summary, reports, rules, out, options)),
    };
  },
});

function screen(summary: Summary, reports: Report[], rules: Rules, out: Out, options: ReporterOptions): string {
  const { verbose = 0, all = false, quiet = false } = options;
  const page: Page = { ...palette(out), columns: Math.min(out.columns, 120), all: all || verbose > 0, verbose, rules };
  const gated = summary.gate!;
  const blocks = quiet
    ? []
    : [
        ...gated.zones.map((zone) => changes(page, zone, gated.base)),
        [...findings(page, reports), ...rest(page, reports, summary)],
        [...order(page, gated), ...back(page, reports)],
      ];
  const text = blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.map((line) => page.spell(line)).join("\n")}\n`)
    .join("\n");
  return `${text}${text && "\n"}${lastLine(summary, out)}\n`;
}

/** So many names that differ are shown of a zone, and so many values of one. */
const few = { names: 12, values: 6 };

function changes(page: Page, { origin, differences }: ZoneDifference, base: string | undefined): string[] {
  const zone = page.bold(origin === "." ? "a zone that is not named (--zone NAME)" : terminal(origin));
  if (!differences) return [`${zone}  ${page.dim("compared with nothing: every finding is new")}`];
  const against = base === undefined ? "" : ` (base: ${terminal(base)})`;
  if (differences.length === 0) return [`${zone}  nothing changes${against}`];
  const shown = differences.slice(0, page.all ? undefined : few.names);
  return [
    `${zone}  ${counted(differences.length, "record set changes", "record sets change")}${against}`,
    ...shown.flatMap((one) => difference(page, one)),
    ...(shown.length < differences.length ? [`  … ${number(differences.length - shown.length)} more (--all)`] : []),
  ];
}

function difference(page: Page, { name, type, removed, added, kept, ttl, file, line }: Difference): string[] {
  const sign = removed.length + kept === 0 ? "+" : added.length + kept === 0 ? "-" : "~";
  const head = `  ${sign} ${padEnd(type, 5)} ${terminal(name)}`;
  const place = file === undefined ? "" : `${terminal(file)}${line === undefined ? "" : `:${line}`}`;
  const ttls =
    ttl.before !== undefined && ttl.after !== undefined && ttl.before !== ttl.after
      ? [`TTL ${ttl.before} → ${ttl.after}`]
      : [];
  const values = (texts: readonly string[], mark: string, status: Status): string[] => [
    ...texts
      .slice(0, page.all ? undefined : few.values)
      .map((text) => `      ${page.paint(status, mark)} ${copied(text)}`),
    ...(texts.length > few.values && !page.all ? [`      … ${texts.length - few.values} more`] : []),
  ];
  return [
    spread(page, head, place),
    ...(sign === "~" || sign === "-" ? values(removed, "-", "fail") : []),
    ...values(added, "+", "pass"),
    ...ttls.map((text) => `      ${text}`),
  ];
}

/** Text with more at the right margin, below where there is no room. */
function spread(page: Page, left: string, right: string): string {
  const blanks = page.columns - width(left) - width(right);
  if (right === "") return left;
  return blanks < 2 ? `${left}\n${" ".repeat(6)}${page.dim(right)}` : `${left}${" ".repeat(blanks)}${page.dim(right)}`;
}

const groups: readonly { of: readonly Change[]; title: string; status: "fail" | "pass" | "inconclusive" }[] = [
  { of: ["new", "unsuppressed"], title: "New", status: "fail" },
  { of: ["worsened"], title: "Worse", status: "fail" },
  { of: ["unknown"], title: "Not known whether new", status: "inconclusive" },
  { of: ["external"], title: "Changed outside", status: "inconclusive" },
  { of: ["improved"], title: "Better", status: "pass" },
  { of: ["fixed"], title: "Fixed", status: "pass" },
];

function findings(page: Page, reports: readonly Report[]): string[] {
  const told = reports.flatMap(({ results }) =>
    results.flatMap((result): Told[] =>
      result.skipped === "waived"
        ? []
        : [...result.findings, ...(result.fixed ?? [])].map((finding) => ({ result, finding })),
    ),
  );
  return groups.flatMap(({ of, title }) => {
    const own = told
      .filter(({ finding: { change } }) => change !== undefined && of.includes(change))
      .toSorted((a, b) => Number(b.finding.level === "fail") - Number(a.finding.level === "fail"));
    return own.length === 0 ? [] : [page.bold(title), ...own.flatMap((one) => block(page, one))];
  });
}

/** A finding: how it stood and stands, where, what was seen, what to do. */
function block(page: Page, { result, finding }: Told): string[] {
  const { check, subject, was } = result;
  const { level, text, evidence = [], change } = finding;
  const settled = change === "fixed" || change === "improved";
  const status: Status = change === "fixed" ? "pass" : level;
  const words: Record<Status, string> = {
    pass: "pass",
    warn: "warn",
    fail: "fail",
    skip: "nothing to judge",
    inconclusive: "unknown",
  };
  const now = change === "fixed" ? result.status : level;
  const way = was === undefined || was === now ? "" : `${words[was]} → ${words[now]}`;
  const { file, line } = subject.kind === "waiver" ? subject : placeOf(evidence);
  const place = file === undefined ? "" : `${terminal(file)}${line === undefined ? "" : `:${line}`}`;
  const id = `${page.symbols[status]} ${check}`;
  const gap = " ".repeat(Math.max(2, 30 - width(id)));
  const head = `${page.paint(status, id)}${way && gap}${way}`;
  const of =
    subject.kind === "zone" || subject.kind === "domain" || text.includes(subject.name)
      ? ""
      : `${terminal(label(subject))}: `;
  const where = subject.kind === "domain" && !text.includes(subject.name) ? `${terminal(subject.name)}: ` : of;
  const fix = settled ? undefined : fixOf(finding, page.rules.get(check));
  return [
    spread(page, head, place),
    ...wrap(where + terminal(text), page.columns - 2, page.ellipsis).map((one) => `  ${one}`),
    ...(fix?.text === undefined ? [] : hang(page, "  fix  ", terminal(fix.text))),
    ...(fix?.from === undefined ? [] : [`  ${page.paint("fail", "-")} ${copied(fix.from)}`]),
    ...(fix?.to === undefined ? [] : [`  ${page.paint("pass", "+")} ${copied(fix.to)}`]),
    ...(fix?.command === undefined ? [] : [`  $ ${copied(fix.command)}`]),
  ];
}

function hang(page: Page, lead: string, text: string): string[] {
  const [first = "", ...more] = wrap(text, page.columns - lead.length, page.ellipsis);
  return [lead + first, ...more.map((one) => " ".repeat(lead.length) + one)];
}

/** What is as it was, and what nobody knows. */
function rest(page: Page, reports: readonly Report[], { gate, counts }: Summary): string[] {
  const unknown = reports.flatMap((report) => view(report, page.rules).unknown);
  const by = new Map<string, { text: string; checks: number }>();
  for (const { text, results } of unknown) {
    const one = by.get(text) ?? { text, checks: 0 };
    one.checks += results;
    by.set(text, one);
  }
  const causes = [...by.values()].sort((a, b) => b.checks - a.checks);
  const few = causes.slice(0, page.all ? undefined : 5);
  const same = gate!.states.unchanged;
  const borne = reports.flatMap(({ results }) =>
    results.flatMap((result) =>
      [...result.findings, ...(result.borne ?? [])]
        .filter((finding) => finding.borne)
        .map((finding) => ({ result, finding })),
    ),
  );
  const some = borne.slice(0, page.all ? undefined : 5);
  return [
    ...some.flatMap(({ result: { check, subject }, finding }) => [
      `${page.symbols.skip} ${check}  ${terminal(label(subject))}`,
      ...wrap(`${terminal(finding.text)}; ${terminal(whyBorne([finding]))}`, page.columns - 2, page.ellipsis).map(
        (one) => `  ${one}`,
      ),
    ]),
    ...(borne.length > some.length ? [`  … ${borne.length - some.length} more borne (--all)`] : []),
    ...few.flatMap(({ text, checks }) => {
      const [first = "", ...more] = wrap(
        `${terminal(text)}: ${counted(checks, "check")} not made`,
        page.columns - 2,
        page.ellipsis,
      );
      return [`${page.paint("inconclusive", page.symbols.inconclusive)} ${first}`, ...more.map((one) => `  ${one}`)];
    }),
    ...(causes.length > few.length ? [`  … ${causes.length - few.length} more (--all)`] : []),
    page.dim(
      `= ${number(counts.pass)} pass${same > 0 ? `, ${number(same)} wrong as before` : ""}${gate!.borne > 0 ? `, ${number(gate!.borne)} borne` : ""}  ${page.symbols.skip} ${number(counts.skip)} do not apply`,
    ),
  ];
}

function order(page: Page, { order: steps }: Gated): string[] {
  if (steps.length === 0) return [];
  const lines = steps.flatMap(({ wait, what }, at) => {
    const lead = `  ${at + 1}  ${padEnd(due(wait, at), 14)} `;
    return what.flatMap((text, nth) => hang(page, nth === 0 ? lead : " ".repeat(lead.length), terminal(text)));
  });
  return [page.bold("A safe order"), ...lines];
}

/** How long it takes until a change that was taken back is forgotten. */
function back(page: Page, reports: readonly Report[]): string[] {
  const costs = reports.flatMap(({ results }) =>
    results.flatMap(({ check, findings }) =>
      check === "change/rollback-cost" ? findings.map(({ data }) => data["seconds"]) : [],
    ),
  );
  const most = Math.max(0, ...costs.filter((cost) => typeof cost === "number"));
  return most === 0 ? [] : [page.dim(`Taken back, the change is forgotten by caches after ${waiting(most)}.`)];
}

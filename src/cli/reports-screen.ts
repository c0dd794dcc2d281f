import { terminal } from "../clean.js";
import { type Palette, palette } from "../view/palette.js";
import type { Out } from "../reporter.js";
import { type Alignment, alignments } from "../reports/alignment.js";
import type { Lesson } from "../reports/learnt.js";
import type { DomainSummary, Ranked, SourceSummary, Summary, TlsSummary } from "../reports/summary.js";
import type { Period } from "../reports/period.js";
import type { Status } from "../result.js";
import { padStart, shorten, width, wrap } from "../view/width.js";
import { abridged, counted, listed, number } from "../view/words.js";

interface More {
  /** Also what aligns, and what is wrong with reports. */
  verbose: boolean;
  /** No list is cut. */
  all: boolean;
}

interface Page extends Palette, More {
  columns: number;
}

/** How many of a list are shown where not all are. */
const few = { unaligned: 10, partly: 5, domains: 50 };

/** What reports say, the worst first, and what became of the files last. */
export function screen(summary: Summary, exit: number, more: More, out: Omit<Out, "write">): string {
  const page: Page = { ...palette(out), ...more, columns: Math.min(out.columns, 120) };
  const domains = page.all ? summary.domains : summary.domains.slice(0, few.domains);
  const blocks = [
    ...domains.map((domain) => domainBlock(page, domain, summary.learnt[domain.domain])),
    ...(domains.length < summary.domains.length
      ? [[`… ${number(summary.domains.length - domains.length)} more domains (--all)`]]
      : []),
    ...summary.tls.map((tls) => tlsBlock(page, tls)),
    faults(page, summary),
    closing(page, summary, exit),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => `${block.map(page.spell).join("\n")}\n`)
    .join("\n");
}

function domainBlock(page: Page, sum: DomainSummary, lesson: Lesson | undefined): string[] {
  const { domain, policy, aligned, treated, messages, sources } = sum;
  const testing = policy.testing === "y" ? ", testing" : "";
  const about = [policy.p ? `p=${terminal(policy.p)}${testing}` : "no policy told", ...told(sum)];
  const of = (...which: Alignment[]): SourceSummary[] => sources.filter(({ alignment }) => which.includes(alignment));
  const treatment = Object.entries(treated)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${number(count)} ${name === "untold" ? "not told" : name}`);
  const forwarded = sources.reduce((all, one) => all + (one.forwarded === "no" ? 0 : one.messages), 0);
  const numbers = alignments
    .filter((alignment) => aligned[alignment] > 0)
    .map((alignment) => [alignment, number(aligned[alignment]), share(aligned[alignment], messages)] as const);
  const wide = Math.max(0, ...numbers.map(([, count]) => count.length));
  const known = [
    ...(lesson?.selectors.length ? [`selectors ${abridged(lesson.selectors, 4)}`] : []),
    ...(lesson?.senders.length ? [`senders ${abridged(lesson.senders, 3)}`] : []),
  ];
  return [
    ...headed(page, domain, about),
    ...numbers.map(
      ([alignment, count, part]) =>
        `  ${sign(page, signs[alignment])} ${padStart(count, wide)}  ${padStart(part, 7)}  ${words[alignment]}`,
    ),
    ...row(page, "", [...treatment, ...(forwarded > 0 ? [`${number(forwarded)} forwarded`] : [])].join(", ")),
    ...section(page, "Not aligned", of("none", "untold"), few.unaligned),
    ...section(page, "Aligned by one of the two", of("spf", "dkim"), few.partly),
    ...(page.verbose ? section(page, "Aligned", of("both"), Number.POSITIVE_INFINITY) : []),
    "",
    ...row(page, "Reporters", abridged(sum.reporters.map(named), 4)),
    ...(sum.errors.length > 0 ? row(page, "They say", listed(sum.errors.slice(0, 3).map(named))) : []),
    ...(known.length > 0 ? row(page, "Learnt", `${known.join("; ")} (--learn prints them)`) : []),
  ];
}

const words: Record<Alignment, string> = {
  both: "aligned by DKIM and SPF",
  dkim: "aligned by DKIM only",
  spf: "aligned by SPF only",
  none: "not aligned",
  untold: "not told",
};

const signs: Record<Alignment, Status> = {
  both: "pass",
  dkim: "pass",
  spf: "warn",
  none: "fail",
  untold: "inconclusive",
};

const signOf = ({ alignment, forwarded }: SourceSummary): Status =>
  alignment === "none" && forwarded === "said" ? "skip" : signs[alignment];

function section(page: Page, head: string, sources: readonly SourceSummary[], most: number): string[] {
  if (sources.length === 0) return [];
  const shown = page.all ? sources : sources.slice(0, most);
  const left = sources.slice(shown.length);
  const messages = left.reduce((all, one) => all + one.messages, 0);
  return [
    "",
    `  ${page.bold(head)}`,
    ...shown.flatMap((source) => sourceBlock(page, source)),
    ...(left.length > 0 ? [`  … ${number(left.length)} more, ${counted(messages, "message")} (--all)`] : []),
  ];
}

function sourceBlock(page: Page, source: SourceSummary): string[] {
  const { sender, by, from, messages, addresses, treated, overrides, says, todo } = source;
  const status = signOf(source);
  const kept = Object.entries(treated).filter(([name, count]) => count > 0 && name !== "untold");
  const details = [
    says,
    ...(by === "address"
      ? []
      : [`${counted(addresses.length, "address", "addresses")}: ${abridged(addresses.map(({ name }) => name))}`]),
    ...(source.alignment === "none" && kept.length > 0
      ? [kept.map(([name, count]) => `${number(count)} ${name}`).join(", ")]
      : []),
    ...(overrides.length > 0 ? [`policy overridden: ${listed(overrides.slice(0, 3).map(named))}`] : []),
  ];
  const whose = from === sender ? [] : [`as ${from}`];
  return [
    ...titled(page, status, sender, [...whose, counted(messages, "message")]),
    ...details.flatMap((line) => wrap(terminal(line), page.columns - 5, page.ellipsis).map((part) => `    ${part}`)),
    ...(todo === null ? [] : step(page, todo)),
  ];
}

function tlsBlock(page: Page, sum: TlsSummary): string[] {
  const { domain, type, succeeded, failed, failures } = sum;
  const all = succeeded + failed;
  const wide = number(Math.max(succeeded, failed)).length;
  const part = (count: number): string => padStart(share(count, all), 7);
  return [
    ...headed(page, domain, [`TLS, ${kinds[type] ?? (terminal(type) || "policy not told")}`, ...told(sum)]),
    `  ${sign(page, "pass")} ${padStart(number(succeeded), wide)}  ${part(succeeded)}  ${succeeded === 1 ? "session" : "sessions"} with TLS`,
    ...(failed > 0 ? [`  ${sign(page, "fail")} ${padStart(number(failed), wide)}  ${part(failed)}  failed`] : []),
    ...(failures.length > 0 ? [""] : []),
    ...failures
      .slice(0, page.all ? undefined : few.unaligned)
      .flatMap(({ type: result, host, sessions, reasons, says, todo }) => [
        ...titled(page, "fail", result || "failure", [...(host ? [host] : []), counted(sessions, "session")]),
        ...[
          says,
          ...(reasons.length > 0 ? [`the sender says: ${listed(reasons.slice(0, 2).map(({ name }) => name))}`] : []),
        ].flatMap((line) => wrap(terminal(line), page.columns - 5, page.ellipsis).map((words) => `    ${words}`)),
        ...step(page, todo),
      ]),
    "",
    ...row(page, "Reporters", abridged(sum.reporters.map(named), 4)),
  ];
}

const kinds: Readonly<Record<string, string>> = {
  sts: "MTA-STS policy",
  tlsa: "DANE",
  "no-policy-found": "no policy found",
};

/** What is wrong with reports that were read all the same. */
function faults(page: Page, { faults: found, faulty }: Summary): string[] {
  if (found.length === 0) return [];
  if (!page.verbose) return [`${counted(faulty, "report")} with something wrong, read all the same (-v shows what)`];
  const shown = page.all ? found : found.slice(0, 20);
  const place = (line: number | undefined): string => (line === undefined ? "" : `:${line}`);
  return [
    page.bold("Wrong with reports that were read all the same"),
    ...shown.flatMap(({ file, line, text }) =>
      wrap(`${terminal(file)}${place(line)}: ${terminal(text)}`, page.columns - 3, page.ellipsis).map(
        (part) => `  ${part}`,
      ),
    ),
    ...(shown.length < found.length ? [`  … ${number(found.length - shown.length)} more (--all)`] : []),
  ];
}

/** The last line: what was read, and what was not. */
function closing(page: Page, { tally }: Summary, exit: number): string[] {
  const { dmarc, tls, messages, duplicates, unwanted, broken, foreign, left } = tally;
  const read = [
    ...(dmarc > 0 ? [counted(dmarc, "DMARC report")] : []),
    ...(tls > 0 ? [counted(tls, "TLS report")] : []),
  ];
  const others = [
    ...(duplicates > 0 ? [`${counted(duplicates, "duplicate")} counted once`] : []),
    ...(unwanted > 0 ? [`${number(unwanted)} of other domains or days`] : []),
    ...(messages > 0 ? [`${counted(messages, "message")} opened`] : []),
    ...(foreign + left > 0 ? [`${counted(foreign + left, "file")} left alone`] : []),
    ...(broken > 0 ? [`${counted(broken, "file")} not readable`] : []),
  ];
  const status: Status = broken > 0 ? "inconclusive" : "pass";
  const [first = "", ...rest] = wrap([listed(read), ...others].join(", "), page.columns - 15, page.ellipsis);
  const end = `exit ${exit}`;
  const head = `${page.strong(status, "Read")}  ${first}`;
  if (rest.length === 0) return [head + padStart(end, Math.max(8, page.columns - 7 - width(first)))];
  return [head, ...rest.slice(0, -1).map((line) => `      ${line}`), `      ${rest.at(-1)!}  ${end}`];
}

/** The period, and how many reports of how many reporters. */
function told({
  begin,
  end,
  reports,
  reporters,
}: Period & { reports: number; reporters: readonly Ranked[] }): string[] {
  const [first, last] = [begin, end].map((time) => (time === null ? undefined : dayOf(time)));
  const period = first === undefined || first === last ? first : `${first} to ${last ?? "?"}`;
  return [
    ...(period === undefined ? [] : [period]),
    `${counted(reports, "report")} by ${counted(reporters.length, "reporter")}`,
  ];
}

function dayOf(seconds: number): string {
  const time = new Date(seconds * 1_000);
  return Number.isNaN(time.getTime()) ? "?" : time.toISOString().slice(0, 10);
}

/** A name, and what is said of it on the same line where there is room. */
function titled(page: Page, status: Status, name: string, about: readonly string[]): string[] {
  const [shown, more] = [shorten(terminal(name), page.columns - 5, page.ellipsis), terminal(about.join(", "))];
  const head = `  ${sign(page, status)} ${page.bold(shown)}`;
  if (4 + width(shown) + 2 + width(more) < page.columns) return [`${head}  ${more}`];
  return [head, ...wrap(more, page.columns - 5, page.ellipsis).map((line) => `    ${line}`)];
}

function headed(page: Page, domain: string, about: readonly string[]): string[] {
  const name = shorten(terminal(domain), page.columns - 1, page.ellipsis);
  const room = page.columns - width(name) - 3;
  if (room < 20) return [page.bold(name), ...wrap(about.join(", "), page.columns - 3, page.ellipsis).map(indented)];
  const [first = "", ...rest] = wrap(about.join(", "), room, page.ellipsis);
  const more = rest.length === 0 ? [] : wrap(rest.join(" "), page.columns - 3, page.ellipsis).map(indented);
  return [`${page.bold(name)}  ${first}`, ...more];
}

const indented = (line: string): string => `  ${line}`;

function row(page: Page, head: string, text: string): string[] {
  const margin = head === "" ? "    " : "  ";
  const [first = "", ...rest] = wrap(terminal(text), page.columns - 13, page.ellipsis);
  if (head === "") return [first, ...rest].filter(Boolean).map((line) => margin + line);
  return [`${margin}${page.dim(head.padEnd(10))}${first}`, ...rest.map((line) => `${" ".repeat(12)}${line}`)];
}

function step(page: Page, text: string): string[] {
  const [first = "", ...rest] = wrap(terminal(text), page.columns - 9, page.ellipsis);
  return [`    ${page.dim("fix")} ${first}`, ...rest.map((line) => `        ${line}`)];
}

const sign = (page: Page, status: Status): string => page.paint(status, page.symbols[status]);
const named = ({ name, count }: Ranked): string => `${name} ${number(count)}`;

/** `96.4 %`; what there is of is never 0 %, and what is not all is never 100 %. */
function share(count: number, all: number): string {
  if (all === 0) return "";
  const percent = (100 * count) / all;
  if (count > 0 && percent < 0.1) return "< 0.1 %";
  if (count < all && percent > 99.9) return "99.9 %";
  return `${percent.toFixed(1)} %`;
}

import {
  changeWords,
  clean,
  closing,
  type Compliance,
  defineReporter,
  due,
  type Fix,
  moment,
  nounOf,
  number,
  type Opening,
  type Out,
  palette,
  Recurring,
  type Report,
  type Row,
  rowOf,
  type Rules,
  type Said,
  shared,
  standing,
  states,
  type Summary,
  tallied,
  told,
  toldWhole,
  type Unknown,
  urlOf,
  view,
  type View,
  Worst,
} from "mailworthy";
import { exhibit } from "./text/exhibit.js";
import { type Page, pageOf } from "./text/page.js";

/** So many targets of each status in full, and in a line each. */
const inFull = 10;
const inLines = 50;
/**
 * Octets: a comment of GitHub may have 65,536 characters, a summary of a step a megabyte, and what is longer is dropped
 * whole. The list of targets has a third of it at most.
 */
const room = { comment: 65_000, all: 900_000 };

const { symbols } = palette({ colour: false, ascii: false, links: false });

/** A report to paste into a ticket or a merge request: the worst targets in full, the others in a line each. */
export default defineReporter({
  name: "markdown",
  title: "a report to paste into a ticket",
  open(out, options) {
    const views = new Worst<View>(options.all ? Infinity : inFull);
    const rows = new Worst<Row>(options.all ? Infinity : inLines);
    const recurring = new Recurring();
    const own: View[] = [];
    let rules: Rules = new Map();
    let opening: Opening | undefined;
    return {
      start(said: Opening) {
        opening = said;
        rules = new Map(said.checks.map((check) => [check.id, check]));
      },
      report(report: Report) {
        const seen = view(report, rules, opening?.profiles);
        if (!report.target) {
          own.push(seen);
          return;
        }
        views.add(seen);
        rows.add(rowOf(seen));
        recurring.add(seen);
      },
      async end(summary: Summary) {
        const page = evidencePage(out);
        const { word, counts, took, exit } = closing(summary, opening?.total);
        const most = options.all ? room.all : room.comment;
        const head = `# ${word}: ${counts}\n\n${summary.tool}, ${moment(summary.at)}, ${took}, ${exit}\n`;
        const list = summary.targets > 1 ? overview(rows.all(), summary, most / 3) + common(summary, recurring) : "";
        const foot = opening ? `\n---\n\n${opening.settings.map(clean.markdown).join(" · ")}\n` : "";
        const order = ordered(summary, most / 3);
        const kept: string[] = [];
        let left = most - octets(head + list + order + foot + cut);
        for (const seen of [...own, ...views.all()]) {
          const pieces = section(seen, page);
          const fitting = within(left, pieces);
          kept.push(...fitting);
          if (fitting.length < pieces.length) return out.write([`${head}${list}`, ...kept, cut + order].join("\n"));
          left -= octets(pieces.join("\n")) + 1;
        }
        return out.write(head + list + (kept.length > 0 ? `\n${kept.join("\n")}` : "") + order + foot);
      },
    };
  },
});

const cut = "\n*The report was cut here: it is too long.*\n";

const octets = (text: string): number => Buffer.byteLength(text);

/** The first pieces that there is room for. */
function within(room: number, pieces: readonly string[]): readonly string[] {
  let left = room;
  const end = pieces.findIndex((piece) => (left -= octets(piece) + 1) < 0);
  return end < 0 ? pieces : pieces.slice(0, end);
}

/** Evidence is laid out as on a terminal, without colour. */
const evidencePage = (out: Out): Page =>
  pageOf({ ...out, columns: 100, colour: false, ascii: false, links: false }, {});

function overview(rows: readonly Row[], summary: Summary, room: number): string {
  const { domains } = summary;
  const bad = rows.filter(({ status }) => status !== "pass" && status !== "skip");
  const lines = bad.map(
    ({ name, status, counts, gist }) =>
      `| ${symbols[status]} | ${clean.markdownCell(name)} | ${counts.fail} | ${counts.inconclusive} | ${counts.warn} | ` +
      `${counts.pass} | ${clean.markdownCell(gist?.check ?? "")} | ${clean.markdownCell(gist?.text ?? "")} |`,
  );
  const told = within(room, lines);
  const more = domains.fail + domains.inconclusive + domains.warn - told.length;
  const healthy = domains.pass + domains.skip;
  return [
    "",
    ...(bad.length > 0
      ? [`| | ${nounOf(summary)} | fail | unknown | warn | pass | worst | what |`, "|-|-|-:|-:|-:|-:|-|-|"]
      : []),
    ...told,
    "",
    ...(more > 0 ? [`… ${number(more)} more`, ""] : []),
    ...(healthy > 0 ? [`${symbols.pass} ${number(healthy)} healthy`, ""] : []),
  ].join("\n");
}

function common(summary: Summary, recurring: Recurring): string {
  const all = [
    ...shared(summary.causes).map(({ domains, text }) => ({ domains, text, symbol: symbols.inconclusive })),
    ...recurring.top().map(({ domains, text }) => ({ domains, text, symbol: symbols.fail })),
  ].slice(0, 10);
  if (all.length === 0) return "";
  const noun = nounOf(summary);
  const lines = all.map(
    ({ domains, text, symbol }) => `- ${number(domains)} ${noun}s: ${symbol} ${clean.markdown(text)}`,
  );
  return `\n## One cause, many ${noun}s\n\n${lines.join("\n")}\n`;
}

/** The steps in which the change can be made without loss, where a gate knows them. */
function ordered({ gate }: Summary, room: number): string {
  if (!gate || gate.order.length === 0) return "";
  const steps = gate.order.map(({ wait, what }, at) => {
    const [only, ...others] = what.map(clean.markdown);
    const head = `${at + 1}. ${due(wait, at)}:`;
    return others.length === 0
      ? `${head} ${only}`
      : [head, ...[only, ...others].map((text) => `   - ${text}`)].join("\n");
  });
  const told = within(room, steps);
  const more = steps.length > told.length ? `\n… ${number(steps.length - told.length)} more\n` : "";
  return `\n## A safe order\n\n${told.join("\n")}\n${more}`;
}

function section(seen: View, page: Page): string[] {
  const { name, about, status, counts, failing, unknown, warning, skipped, compliance } = seen;
  const borne = skipped.filter((said) => said.borne);
  if (name === undefined && failing.length + unknown.length + warning.length === 0) return [];
  return [
    `## ${symbols[status]} ${name === undefined ? "This run" : clean.markdown(name)}`,
    "",
    ...(about.length > 0 ? [`${clean.markdown(about.join(", "))}: ${tallied(counts)}`, ""] : []),
    ...failing.flatMap((said) => finding(said, page)),
    ...unknown.flatMap((one) => stalled(one, page)),
    ...warning.map(brief),
    ...(warning.length > 0 ? [""] : []),
    ...borne.map((said) => `- ${symbols.skip} ${clean.markdown(said.check)}: ${clean.markdown(told(said))}`),
    ...(borne.length > 0 ? [""] : []),
    ...compliance.flatMap(standings),
  ];
}

const evidenceOf = ({ evidence }: Pick<Said, "evidence">, page: Page): string[] => {
  const lines = evidence.flatMap((one) => exhibit(page, one, 100));
  return lines.length > 0 ? [clean.markdownBlock(lines, "text"), ""] : [];
};

function finding(said: Said, page: Page): string[] {
  const { check, fix, rule } = said;
  const refs = (rule?.refs ?? []).map((ref) => linked(ref)).join(", ");
  const why = [rule?.why, refs].filter(Boolean).join(" ");
  return [
    `### ${symbols.fail} ${clean.markdown(check)}${state(said)}`,
    "",
    clean.markdown(told(said)),
    "",
    ...evidenceOf(said, page),
    ...steps(fix),
    ...(why ? [`Why: ${why}`, ""] : []),
  ];
}

function linked(ref: string): string {
  const url = urlOf(ref);
  return url === undefined ? clean.markdown(ref) : `[${ref}](${url})`;
}

function steps({ text, from, to, command }: Fix = {}): string[] {
  const change = [...(from === undefined ? [] : [`- ${from}`]), ...(to === undefined ? [] : [`+ ${to}`])];
  return [
    ...(text === undefined ? [] : [`Fix: ${clean.markdown(text)}`, ""]),
    ...(change.length > 0 ? [clean.markdownBlock(change, "diff"), ""] : []),
    ...(command === undefined ? [] : [clean.markdownBlock([command], "sh"), ""]),
  ];
}

function stalled(unknown: Unknown, page: Page): string[] {
  return [
    `### ${symbols.inconclusive} ${clean.markdown(toldWhole(unknown))}`,
    "",
    ...evidenceOf(unknown, page),
    ...(unknown.next.length > 0 ? [clean.markdownBlock(unknown.next, "text"), ""] : []),
  ];
}

/** How a target stands to a profile; what is met is told of a playbook only, where each step has its place. */
function standings(one: Compliance): string[] {
  const { profile, items } = one;
  const shown = items.filter(
    ({ outcome }) => profile.steps || outcome.state === "not met" || outcome.state === "cannot tell",
  );
  return [
    `### ${clean.markdown(profile.heading)}: ${clean.markdown(standing(one))}`,
    "",
    ...(shown.length > 0 ? ["| | requirement | why | bounces |", "|-|-|-|-|"] : []),
    ...shown.map(({ requirement: { id, text, codes = [] }, outcome: { state, reason = "" } }) => {
      const bounces = state === "not met" ? clean.markdownCell(codes.join(", ")) : "";
      return `| ${symbols[states[state]]} | ${clean.markdownCell(`${id}: ${text}`)} | ${clean.markdownCell(reason)} | ${bounces} |`;
    }),
    ...(shown.length > 0 ? [""] : []),
  ];
}

const brief = (said: Said): string =>
  `- ${symbols.warn} ${clean.markdown(said.check)}${state(said)}: ${clean.markdown(told(said))}`;

/** Under a gate, how a finding stands to what was before the change. */
const state = ({ change }: Said): string => (change === undefined ? "" : ` (${changeWords[change]})`);

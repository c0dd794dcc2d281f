import type { Change } from "../change.js";
import { whyBorne } from "../bearing.js";
import { type Check, family } from "../check.js";
import { type Compliance, complianceOf } from "./compliance.js";
import type { Exhibit, Finding, Fix } from "../finding.js";
import type { Profile } from "../preset.js";
import { type Folded, noCounts, type Report, type Result, type Status, statuses } from "../result.js";
import { label, type Subject } from "../subject.js";
import { nameOf, type Roles } from "../target.js";
import { abridged, counted, listed, number } from "./words.js";

/** The checks of a run, by id. */
export type Rules = ReadonlyMap<string, Check>;

/** One thing said by a check, once, with every subject it is said of. */
export interface Said {
  check: string;
  status: Status;
  text: string;
  subjects: Subject[];
  evidence: Exhibit[];
  /** The step for this finding, or the check's own. */
  fix?: Fix;
  /** The check, where the run knows it. */
  rule?: Check;
  /** Under a gate: how it stands to what was before. */
  change?: Change;
  /** It is a finding that somebody bears for now. */
  borne?: true;
}

/** One thing that could not be learnt, once, with every check that waits for it. */
export interface Unknown {
  text: string;
  /** What would let it be learnt, a step a line. */
  next: readonly string[];
  /** The cause it hangs on, where that may hold up more than this. */
  cause?: string;
  checks: string[];
  families: string[];
  subjects: Subject[];
  /** How many results wait for it. */
  results: number;
  evidence: Exhibit[];
}

/** A family of checks, and what came of it. */
export interface Family {
  name: string;
  counts: Record<Status, number>;
}

/** A report as people read it: by status and then in the order of the plan, what is equal said once. */
export interface View {
  /** The domain; missing for the run's own checks. */
  name?: string;
  /** What was judged, in words: its roles, how many mail hosts, selectors and senders. */
  about: string[];
  status: Status;
  counts: Record<Status, number>;
  families: Family[];
  failing: Said[];
  unknown: Unknown[];
  warning: Said[];
  passing: Said[];
  skipped: Said[];
  /** How it stands to each profile of the run. */
  compliance: Compliance[];
}

/** The worst status there is; what does not apply takes nothing from what passes. */
export function stateOf(counts: Record<Status, number>): Status {
  const state = statuses.toReversed().find((status) => counts[status] > 0) ?? "skip";
  return state === "skip" && counts.pass > 0 ? "pass" : state;
}

export function countsOf(of: Iterable<Status>): Record<Status, number> {
  const counts = noCounts();
  for (const status of of) counts[status]++;
  return counts;
}

export function view(report: Report, rules: Rules = new Map(), profiles: readonly Profile[] = []): View {
  const { target, results } = report;
  const counts = countsOf(results.map(({ status }) => status));
  const said = merged(results.flatMap((result) => sayings(result, rules.get(result.check))));
  const of = (status: Status): Said[] => said.filter((one) => one.status === status);
  return {
    ...(target && { name: nameOf(target) }),
    about: aboutOf(report),
    status: stateOf(counts),
    counts,
    families: familiesOf(results),
    failing: of("fail"),
    unknown: unknowns(report),
    warning: of("warn"),
    passing: of("pass"),
    skipped: of("skip"),
    compliance: complianceOf(profiles, report.requirements),
  };
}

/** What a result says: its findings, each by its own level; or that it was skipped, and why. */
function sayings(result: Result, rule: Check | undefined): Said[] {
  const { check, subject, status, reason = "", skipped, findings, borne = [] } = result;
  const common = { check, subjects: [subject], ...(rule && { rule }) };
  if (skipped === "waived") return [{ ...common, status, borne: true, text: messageOf(result), evidence: [] }];
  if (status === "skip") return [{ ...common, status, text: reason, evidence: [] }];
  const apart = borne.map((one): Said => ({
    ...common,
    status: "skip",
    borne: true,
    text: borneInWords([one]),
    evidence: [],
  }));
  const counted = findings.map((finding): Said => {
    const fix = fixOf(finding, rule);
    return {
      ...common,
      status: finding.level,
      text: finding.text,
      evidence: finding.evidence ?? [],
      ...(fix && { fix }),
      ...(finding.change && { change: finding.change }),
    };
  });
  return [...counted, ...apart];
}

/** What is borne, and why. */
function borneInWords(findings: readonly Finding[]): string {
  const bad = findings.filter(({ borne }) => borne);
  return `${whyBorne(bad)} (${bad.map(({ text }) => text).join("; ")})`;
}

/** The step that mends a finding: its own, or that of its check. */
export function fixOf({ level, fix }: Finding, rule: Check | undefined): Fix | undefined {
  if (level === "pass") return undefined;
  const text = fix?.text ?? rule?.fix;
  return text === undefined ? fix : { ...fix, text };
}

/** What is said alike of several subjects is said once; the evidence is that of the first. */
function merged(said: readonly Said[]): Said[] {
  const once = new Map<string, Said>();
  for (const one of said) {
    const key = JSON.stringify([one.check, one.status, one.text, one.fix, one.change]);
    const first = once.get(key);
    if (first) first.subjects.push(...one.subjects);
    else once.set(key, one);
  }
  return [...once.values()];
}

/** Unknown results by their cause, or by their reason where they hang on nothing else. */
export function unknowns({ results, causes }: Report): Unknown[] {
  const found = new Map<string, Unknown>();
  for (const { check, subject, status, reason = "", cause: id, evidence } of results) {
    if (status !== "inconclusive") continue;
    const cause = causes.find((one) => one.id === id);
    const key = cause?.id ?? `- ${reason}`;
    let one = found.get(key);
    if (!one) {
      one = {
        text: cause?.text ?? reason,
        next: cause?.next ?? [],
        ...(cause && { cause: cause.id }),
        checks: [],
        families: [],
        subjects: [],
        results: 0,
        evidence: evidence ?? [],
      };
      found.set(key, one);
    }
    one.results++;
    if (!one.checks.includes(check)) one.checks.push(check);
    if (!one.families.includes(family(check))) one.families.push(family(check));
    if (!one.subjects.some((other) => label(other) === label(subject))) one.subjects.push(subject);
  }
  return [...found.values()];
}

/** `port 25 is blocked from here: 19 checks of smtp, tls and cert not made`. */
export function toldWhole(unknown: Unknown): string {
  const { text, cause, results, families } = unknown;
  const what = cause === undefined ? told(unknown) : text;
  return `${what}: ${counted(results, "check")} of ${listed(families)} not made`;
}

/** What something was said of, where that is not the domain itself and the text does not name it already. */
export function namesOf({ subjects, text }: Pick<Said, "subjects" | "text">): string[] {
  const names = subjects.filter(({ kind, name }) => !unnamed.has(kind) && !text.includes(name));
  return [...new Set(names.map(label))];
}

/** What was said, led by what it was said of where the text does not name it. */
export const told = (said: Pick<Said, "subjects" | "text">): string =>
  [abridged(namesOf(said)), said.text].filter(Boolean).join(": ");

/** Kinds that there is one of, which the head of a report names. */
const unnamed: ReadonlySet<Subject["kind"]> = new Set([
  "domain",
  "vantage",
  "message",
  "queue",
  "log",
  "postfix",
  "zone",
]);

function familiesOf(results: readonly Result[]): Family[] {
  const found = new Map<string, Family>();
  for (const { check, status } of results) {
    const name = family(check);
    const one = found.get(name) ?? { name, counts: noCounts() };
    one.counts[status]++;
    found.set(name, one);
  }
  return [...found.values()];
}

function aboutOf({ target, roles, results }: Report): string[] {
  const names = (kind: Subject["kind"]): number =>
    new Set(results.filter(({ subject }) => subject.kind === kind).map(({ subject }) => subject.name)).size;
  const fromReports = (kind: "selector" | "sender"): string =>
    results.some(({ subject }) => subject.kind === kind && subject.learnt) ? " learnt from reports" : "";
  const some = (count: number, word: string): string[] => (count > 0 ? [counted(count, word)] : []);
  const author = results.find(({ subject }) => subject.kind === "message")?.subject.domain;
  return [
    ...(author === undefined ? [] : [`from ${author}`]),
    ...(roles ? [roleOf(roles)] : []),
    ...some(names("host"), "mail host"),
    ...some(names("selector"), "selector").map((words) => words + fromReports("selector")),
    ...some(names("sender"), "sender").map((words) => words + fromReports("sender")),
    ...(target?.tags ?? []).map((tag) => `#${tag}`),
  ];
}

function roleOf({ roles, declared, unsure }: Roles): string {
  if (roles.length === 0 && unsure) return "role not known";
  return `${roles.join(", ") || "neither sends nor receives"} (${declared ? "declared" : "inferred"})`;
}

/** What a result says, in a line. */
export function messageOf({ status, reason = "", skipped, findings, borne = [] }: Result): string {
  if (skipped === "waived" && findings.some((one) => one.borne)) return borneInWords(findings);
  if (status === "skip" || findings.length === 0) return reason;
  const own = findings.filter(({ level }) => level === status).map(({ text }) => text);
  return [...own, ...(borne.length > 0 ? [borneInWords(borne)] : [])].join("; ");
}

/** Where a proposed record that something rests on stands. Lines and columns begin at 1. */
export function placeOf(evidence: readonly Exhibit[]): { file?: string; line?: number; column?: number } {
  for (const shown of evidence) {
    if (shown.kind !== "records") continue;
    const { file, line, column } = shown.records.find((record) => record.file !== undefined) ?? {};
    if (file === undefined) continue;
    return { file, ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
  }
  return {};
}

/** A target in a line: its counts, and the first thing to say of it. */
export interface Row {
  name: string;
  status: Status;
  counts: Record<Status, number>;
  gist?: { check: string; text: string };
}

export function rowOf(view: View): Row {
  const first = gist(view);
  return { name: view.name ?? "", status: view.status, counts: view.counts, ...(first && { gist: first }) };
}

function gist({ failing, unknown, warning }: View): Row["gist"] {
  const said = failing[0] ?? (unknown.length > 0 ? undefined : warning[0]);
  if (said) return { check: said.check, text: told(said) };
  const [first] = unknown;
  return first && { check: first.checks[0]!, text: first.text };
}

/** Words of a status as people read it. */
export const wording: Record<Status, { state: string; count: string }> = {
  fail: { state: "Failing", count: "fail" },
  inconclusive: { state: "Unknown", count: "unknown" },
  warn: { state: "Warning", count: "warn" },
  pass: { state: "Healthy", count: "pass" },
  skip: { state: "Not judged", count: "do not apply" },
};

/** How a finding stands to what was before a change, as people read it. */
export const changeWords: Record<Change, string> = {
  new: "new",
  worsened: "worsened",
  unchanged: "as before",
  improved: "better",
  fixed: "fixed",
  unsuppressed: "no longer waived",
  external: "changed outside",
  unknown: "not known whether new",
};

/** From worst to best, as reports show them. */
export const worstFirst: readonly Status[] = ["fail", "inconclusive", "warn", "pass", "skip"];

/** Causes that hold up more than one domain, those that hold up most first. */
export const shared = (causes: readonly Folded[]): Folded[] =>
  causes.filter(({ domains }) => domains > 1).sort((a, b) => b.domains - a.domains);

/** Counts of results: `2 fail, 2 warn, 41 pass, 4 do not apply`; `unknown` is the word for what is. */
export const tallied = (counts: Record<Status, number>, unknown = wording.inconclusive.count): string =>
  worstFirst
    .filter((status) => counts[status] > 0)
    .map((status) => `${number(counts[status])} ${status === "inconclusive" ? unknown : verb(status, counts[status])}`)
    .join(", ");

const verb = (status: Status, count: number): string =>
  status === "skip" && count === 1 ? "does not apply" : wording[status].count;

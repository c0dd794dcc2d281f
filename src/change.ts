import type { Finding } from "./finding.js";
import type { RecordType } from "./net/net.js";
import type { Report, Result } from "./result.js";
import { label } from "./subject.js";

/** How a finding stands to what was before a change. `fixed` is of what was before and is no more. */
export type Change = "new" | "worsened" | "unchanged" | "improved" | "fixed" | "unsuppressed" | "external" | "unknown";

/** How a gate stands after it has judged. */
export interface Gated {
  /** Findings by how they stand to what was before. */
  states: Record<Change, number>;
  /** Results that were learnt before, or hang on the change itself, and are not known now. */
  unknown: number;
  /** Findings that comments, waivers and the baseline bear. */
  borne: number;
  /** Findings that close it. */
  closing: number;
  zones: ZoneDifference[];
  /** A safe order for the change, where something speaks against making it at once. */
  order: Step[];
  /** What the zones are compared with, in words; missing where with nothing. */
  base?: string;
}

/** The records of one name and type that differ. */
export interface Difference {
  name: string;
  type: RecordType;
  /** Data in presentation form, and the TTL where all have one. */
  removed: string[];
  added: string[];
  kept: number;
  ttl: { before?: number; after?: number };
  /** Where the record stands that changed, or one beside it. */
  file?: string;
  line?: number;
}

/** What differs in a zone. */
export interface ZoneDifference {
  origin: string;
  /** Missing where nobody knows what was before. */
  differences?: Difference[];
}

/** One step of a safe order, for all findings together. */
export interface Step {
  /** Seconds after the step before it. */
  wait: number;
  what: string[];
  /** The checks that want it. */
  checks: string[];
}

/** The findings that matter: those that do not pass. */
const bad = ({ findings, borne = [] }: Result): Finding[] =>
  [...findings, ...borne].filter(({ level }) => level !== "pass");

/**
 * What a finding is about, in words that do not change when a line moves or a count rises: the check, its subject, and
 * the names in the finding's data.
 */
export function identityOf({ check, subject }: Result, { data }: Finding): string {
  const names = Object.entries(data).filter(([, value]) => typeof value === "string");
  return JSON.stringify([check, subject.kind, label(subject), names]);
}

/** Marks each finding after a change by how it stands to what was before, and adds what is fixed. */
export function compared(after: Report, before: Report | undefined, measures: ReadonlyMap<string, string>): Report {
  const known = new Map((before?.results ?? []).map((result) => [keyOf(result), result]));
  const results = after.results.map((result) => {
    const was = known.get(keyOf(result));
    known.delete(keyOf(result));
    return marked(result, was, measures.get(result.check), before !== undefined);
  });
  return { ...after, results };
}

const keyOf = ({ check, subject }: Result): string => JSON.stringify([check, subject.kind, label(subject)]);

function marked(result: Result, was: Result | undefined, measure: string | undefined, compares: boolean): Result {
  const left = was ? bad(was) : [];
  const find = (one: Finding): Finding | undefined => {
    const identity = identityOf(result, one);
    const own = left.filter((other) => identityOf(was!, other) === identity);
    const found =
      own.find(({ verdict }) => verdict === one.verdict) ??
      own[0] ??
      left.find(({ verdict, data }) => verdict === one.verdict && shares(data, one.data)) ??
      (left.length === 1 && bad(result).length === 1 ? left[0] : undefined);
    if (found) left.splice(left.indexOf(found), 1);
    return found;
  };
  const marking = (one: Finding): Finding => {
    if (one.level === "pass") return one;
    const before = find(one);
    return { ...one, change: before ? stands(one, before, measure) : fresh(was, compares) };
  };
  const findings = result.findings.map(marking);
  const borne = result.borne?.map(marking);
  const settled = result.status === "inconclusive" ? [] : left.map((one): Finding => ({ ...one, change: "fixed" }));
  return {
    ...result,
    findings,
    ...(borne && { borne }),
    ...(was && { was: was.status }),
    ...(settled.length > 0 && { fixed: settled }),
  };
}

/** Whether two findings name something in common, such as the address that both are about. */
const shares = (one: Finding["data"], other: Finding["data"]): boolean =>
  Object.entries(one).some(([key, value]) => typeof value === "string" && other[key] === value);

/** Of what was not found before: it is new, unless nobody knows what was before. */
function fresh(was: Result | undefined, compares: boolean): Change {
  if (!compares || was === undefined) return "new";
  return was.status === "inconclusive" ? "unknown" : "new";
}

/**
 * A finding beside the same one before. What somebody bore and bears no more is `unsuppressed`, if the change is why: what
 * ends by its date ends on both sides. What outgrows a baseline is told as worse.
 */
function stands(now: Finding, before: Finding, measure: string | undefined): Change {
  if (before.borne && !now.borne && !now.worse) return "unsuppressed";
  return against(now, before, measure);
}

const rank = { pass: 0, warn: 1, fail: 2 } as const;

/**
 * Against the same finding before: by its level, then by what it measures, more of which is worse, then by what it lists,
 * of which anything that was not there is worse.
 */
function against(now: Finding, before: Finding, measure: string | undefined): Change {
  const levels = rank[now.level] - rank[before.level];
  if (levels !== 0) return levels > 0 ? "worsened" : "improved";
  const [more, less] = [now, before].map(({ data }) => (measure === undefined ? undefined : data[measure]));
  if (typeof more === "number" && typeof less === "number" && more !== less)
    return more > less ? "worsened" : "improved";
  const known = listed(before);
  return now.verdict === before.verdict && listed(now).some((one) => !known.includes(one)) ? "worsened" : "unchanged";
}

/** The things that a finding lists. */
export const listed = ({ data }: Finding): string[] =>
  Object.values(data).flatMap((datum) => (typeof datum === "object" ? datum.map(String) : []));

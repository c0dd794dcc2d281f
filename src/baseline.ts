import { identityOf, listed } from "./change.js";
import type { Finding } from "./finding.js";
import type { Result } from "./result.js";
import { label } from "./subject.js";

/** A finding that was there when a baseline was made. */
export interface Kept {
  check: string;
  /** The domain that the subject belongs to, where it does. */
  domain?: string | undefined;
  subject: string;
  /** What it is about: the check, its subject and the names that it says, never a line or a wording. */
  identity: string;
  verdict: string;
  level: "warn" | "fail";
  /** How bad it was, by what its check measures. */
  measure?: number | undefined;
  /** Things that it lists. */
  lists?: string[] | undefined;
  /** The day it came in, YYYY-MM-DD. */
  since: string;
}

/** The datum of findings that measures, by check. */
export type Measures = ReadonlyMap<string, string>;

/** Findings that are known. Each bears one finding of the same meaning, as long as that is no worse. */
export class Baseline {
  /** The file it is from, as it is shown. */
  readonly file: string | undefined;
  readonly #measures: Measures;
  readonly #of = new Map<string, Kept[]>();

  constructor(all: readonly Kept[], measures: Measures, file?: string) {
    this.file = file;
    this.#measures = measures;
    for (const one of all) {
      const key = keyOf(one);
      const others = this.#of.get(key);
      if (others) others.push(one);
      else this.#of.set(key, [one]);
    }
  }

  /** What it has of a check on a subject, to take from. */
  of({ check, subject }: Result): Kept[] {
    return [...(this.#of.get(keyOf({ check, domain: subject.domain, subject: label(subject) })) ?? [])];
  }

  /** Takes the entry for a finding out of those that are left, and tells whether the finding is worse than it. */
  take(left: Kept[], result: Result, finding: Finding): { kept: Kept; worse: boolean } | undefined {
    const identity = identityOf(result, finding);
    const own = left.filter((one) => one.identity === identity);
    const kept = own.find(({ verdict }) => verdict === finding.verdict) ?? own[0];
    if (!kept) return undefined;
    left.splice(left.indexOf(kept), 1);
    return { kept, worse: isWorse(finding, kept, this.#measures.get(result.check)) };
  }
}

/**
 * A baseline with the findings of a report added: those that it has stay as old as they are and take their present measure.
 * What the report does not have is kept, since a report may be of a part only. Findings of checks that are never ignored,
 * and those that a waiver or a comment bears, are left out.
 */
export function updated(
  before: readonly Kept[],
  results: readonly Result[],
  measures: Measures,
  never: ReadonlySet<string>,
  day: string,
): { kept: Kept[]; added: number; changed: number; refused: number } {
  const old = new Baseline(before, measures);
  const all = new Set(before);
  const tally = { added: 0, changed: 0, refused: 0 };
  for (const result of results) {
    const left = old.of(result);
    for (const finding of [...result.findings, ...(result.borne ?? [])]) {
      if (finding.level === "pass" || (finding.borne && finding.borne.by !== "baseline")) continue;
      if (never.has(result.check)) {
        tally.refused++;
        continue;
      }
      const was = old.take(left, result, finding)?.kept;
      const now = keptOf(result, finding, measures.get(result.check), was?.since ?? day);
      if (was && JSON.stringify(was) === JSON.stringify(now)) continue;
      tally[was ? "changed" : "added"]++;
      if (was) all.delete(was);
      all.add(now);
    }
  }
  return { kept: inOrder([...all]), ...tally };
}

/** A baseline without what a report shows to be mended: its check has judged its subject, and does not find it. */
export function pruned(before: readonly Kept[], results: readonly Result[]): { kept: Kept[]; removed: Kept[] } {
  const old = new Baseline(before, new Map());
  const gone = new Set<Kept>();
  for (const result of results) {
    if (result.status === "inconclusive" || result.skipped === "undeclared") continue;
    const left = old.of(result);
    for (const finding of [...result.findings, ...(result.borne ?? [])])
      if (finding.level !== "pass") old.take(left, result, finding);
    for (const one of left) gone.add(one);
  }
  return { kept: before.filter((one) => !gone.has(one)), removed: [...gone] };
}

/** As a file: a finding a line, in an order that does not hang on that of a run, so that a change of it is easy to read. */
export const written = (all: readonly Kept[]): string =>
  `{\n"format": 1,\n"findings": [${all.map((one) => `\n${JSON.stringify(one)}`).join(",")}\n]\n}\n`;

const inOrder = (all: Kept[]): Kept[] => {
  const key = ({ check, domain = "", subject, identity, verdict }: Kept): string =>
    [domain, subject, check, identity, verdict].join("\n");
  return all.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
};

function keptOf(result: Result, finding: Finding, measure: string | undefined, since: string): Kept {
  const { check, subject } = result;
  const amount = measure === undefined ? undefined : finding.data[measure];
  const lists = listed(finding);
  return {
    check,
    ...(subject.domain !== undefined && { domain: subject.domain }),
    subject: label(subject),
    identity: identityOf(result, finding),
    verdict: finding.verdict,
    level: finding.level === "fail" ? "fail" : "warn",
    ...(typeof amount === "number" && { measure: amount }),
    ...(lists.length > 0 && { lists }),
    since,
  };
}

const keyOf = ({ check, domain, subject }: Pick<Kept, "check" | "domain" | "subject">): string =>
  JSON.stringify([domain, check, subject]);

function isWorse(finding: Finding, { level, measure, lists = [] }: Kept, measured: string | undefined): boolean {
  if (level === "warn" && finding.level === "fail") return true;
  const amount = measured === undefined ? undefined : finding.data[measured];
  if (typeof amount === "number" && measure !== undefined && amount > measure) return true;
  return listed(finding).some((one) => !lists.includes(one));
}

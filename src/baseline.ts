import { identityOf } from "./change.js";
import type { Finding } from "./finding.js";
import type { Result } from "./result.js";
import { label } from "./subject.js";

/** A finding that was there when a baseline was made. */
export interface Kept {
  check: string;
  /** The domain, zone or file that was judged; missing for the run itself. */
  target?: string;
  subject: string;
  /** What it is about: the check, its subject and the names that it says, never a line or a wording. */
  identity: string;
  verdict: string;
  level: "warn" | "fail";
  /** How bad it was, by what its check measures. */
  measure?: number;
  /** Things that it lists. */
  lists?: string[];
  /** The day it came in, YYYY-MM-DD. */
  since: string;
}

/** Findings that are known. Each bears one finding of the same meaning, as long as that is no worse. */
export class Baseline {
  /** The file it is from, as it is shown. */
  readonly file: string | undefined;
  readonly #measures: ReadonlyMap<string, string>;
  readonly #of = new Map<string, Kept[]>();

  /** `measures` has the datum of findings that measures, by check. */
  constructor(kept: readonly Kept[], measures: ReadonlyMap<string, string>, file?: string) {
    this.file = file;
    this.#measures = measures;
    for (const one of kept) {
      const key = keyOf(one);
      const others = this.#of.get(key);
      if (others) others.push(one);
      else this.#of.set(key, [one]);
    }
  }

  /** What it has of a check on a subject, to take from. */
  of({ check, subject }: Result, target: string | undefined): Kept[] {
    return [
      ...(this.#of.get(keyOf({ check, subject: label(subject), ...(target !== undefined && { target }) })) ?? []),
    ];
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

const keyOf = ({ check, target, subject }: Pick<Kept, "check" | "target" | "subject">): string =>
  JSON.stringify([target, check, subject]);

const listed = ({ data }: Finding): string[] =>
  Object.values(data).flatMap((datum) => (typeof datum === "object" ? datum.map(String) : []));

function isWorse(finding: Finding, { level, measure, lists = [] }: Kept, measured: string | undefined): boolean {
  if (level === "warn" && finding.level === "fail") return true;
  const amount = measured === undefined ? undefined : finding.data[measured];
  if (typeof amount === "number" && measure !== undefined && amount > measure) return true;
  return listed(finding).some((one) => !lists.includes(one));
}

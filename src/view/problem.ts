import { createHash } from "node:crypto";
import type { Change } from "../change.js";
import type { Check } from "../check.js";
import { whyBorne } from "../bearing.js";
import type { Borne, Datum, Exhibit, Finding, Fix } from "../finding.js";
import type { Opening } from "../reporter.js";
import type { Report, Result } from "../result.js";
import { label, type Waived } from "../subject.js";
import { nameOf } from "../target.js";
import { fixOf, placeOf, type Rules, told, toldWhole, unknowns } from "./view.js";

/**
 * One thing to see to, as trackers, code scanners and editors take them: each has a place in a file, and an identity
 * that outlives a move of the line and a change of a count.
 */
export interface Problem {
  check: string;
  /** The check, where the run knows it. */
  rule?: Check;
  status: "fail" | "warn" | "inconclusive";
  /** In words, with what it is of. */
  text: string;
  fix?: Fix;
  /**
   * The proposed record that it rests on; else the message or the local thing, the configuration, or, where there is no
   * file at all, the name of the domain in place of one. Lines and columns begin at 1.
   */
  place: { file: string; line?: number; column?: number };
  /** 32 hexadecimal digits. */
  fingerprint: string;
  /** Under a gate: how it stands to what was before. */
  change?: Change;
  /** What it hangs on, where that may hold up more than this. */
  cause?: string;
  /** Why it is borne for now. */
  waived?: string;
  borne?: Borne;
}

/** How the problems of a report are told in a run: in its order; what is unknown comes last, once for each cause. */
export function problemsIn({ checks, config }: Pick<Opening, "checks" | "config">): (report: Report) => Problem[] {
  const rules: Rules = new Map(checks.map((check) => [check.id, check]));
  return (report) => problemsOf(report, rules, config);
}

function problemsOf(report: Report, rules: Rules, config: string | undefined): Problem[] {
  const name = report.target ? nameOf(report.target) : undefined;
  const said = (text: string): string => (name === undefined || text.includes(name) ? text : `${name}: ${text}`);
  const placed = (evidence: readonly Exhibit[]): Problem["place"] => {
    const { file, ...at } = placeOf(evidence);
    const own = report.target?.domain === undefined ? name : undefined;
    return { file: file || own || config || name || "mailworthy", ...at };
  };
  const tell = numbered();
  const found = report.results.flatMap((result) => {
    const { check, subject, status, findings, borne = [] } = result;
    if (status !== "fail" && status !== "warn" && result.skipped !== "waived") return [];
    const rule = rules.get(check);
    return [...findings, ...borne].flatMap((finding): Problem[] => {
      const { level, text, evidence = [] } = finding;
      if (level === "pass") return [];
      const fix = fixOf(finding, rule);
      return [
        {
          check,
          ...(rule && { rule }),
          status: level,
          text: said(told({ subjects: [subject], text })),
          ...(fix && { fix }),
          place: subject.kind === "waiver" && subject.file !== undefined ? ownPlace(subject) : placed(evidence),
          fingerprint: tell([name ?? "", ...identity(result, finding)]),
          ...(finding.change && { change: finding.change }),
          ...(finding.borne && { waived: whyBorne([finding]), borne: finding.borne }),
        },
      ];
    });
  });
  const stalled = unknowns(report).map((unknown): Problem => {
    const { checks, subjects, cause, evidence } = unknown;
    const check = checks[0]!;
    const rule = rules.get(check);
    return {
      check,
      ...(rule && { rule }),
      status: "inconclusive",
      text: said(toldWhole(unknown)),
      place: placed(evidence),
      ...(cause !== undefined && { cause }),
      fingerprint: tell([name ?? "", check, cause ?? label(subjects[0]!), "inconclusive"]),
    };
  });
  return [...found, ...stalled];
}

/** Where a comment stands. */
const ownPlace = ({ file = "", line }: Waived): Problem["place"] => ({ file, ...(line !== undefined && { line }) });

/** What a finding is about, without what changes while it stays the same: counts, positions, the words for them. */
function identity({ check, subject, findings }: Result, { verdict, data }: Finding): string[] {
  const alike = findings.filter((other) => other.verdict === verdict).length > 1;
  return [check, label(subject), verdict, ...(alike ? Object.values(data).flatMap(words) : [])];
}

const words = (datum: Datum): string[] => [datum].flat().flatMap((one) => (typeof one === "string" ? [one] : []));

/** Makes fingerprints of identities; what is told twice is numbered, so that no two are equal. */
function numbered(): (identity: readonly string[]) => string {
  const times = new Map<string, number>();
  return (identity) => {
    const key = JSON.stringify(identity);
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    return createHash("sha256")
      .update(before === 0 ? key : `${key}${before}`)
      .digest("hex")
      .slice(0, 32);
  };
}

import type { Gated } from "./change.js";
import type { Cause } from "./fact.js";
import type { Exhibit, Finding, Level } from "./finding.js";
import type { Outcome } from "./roll-up.js";
import type { Subject } from "./subject.js";
import type { Roles, Target } from "./target.js";

/** A check's findings decide pass, warn or fail; its facts decide skip or inconclusive. */
export type Status = Level | "skip" | "inconclusive";

/** From best to worst: the order in which statuses combine. */
export const statuses: readonly Status[] = ["pass", "skip", "warn", "inconclusive", "fail"];

/** What kind of skip: no such role, something that only the user can say, nothing there to judge, or a waiver. */
export type Skip = "role" | "undeclared" | "absent" | "waived";

/** One check on one subject. */
export interface Result {
  check: string;
  subject: Subject;
  status: Status;
  /** Why it was skipped, or what could not be learnt. */
  reason?: string;
  skipped?: Skip;
  /** The id of the cause, in `causes`, that this unknown hangs on. */
  cause?: string;
  findings: Finding[];
  /** Findings that are borne, where others are not; where all are, it is skipped as `waived` and keeps them. */
  borne?: Finding[];
  /** Under a gate: what it was before the change, and what is no longer wrong. */
  was?: Status;
  fixed?: Finding[];
  /** What was seen where nothing could be judged: the reply that put us off, say. */
  evidence?: Exhibit[];
  /** Ids of the requirements, of the profiles of this run, that hang on the check. */
  requirements?: readonly string[];
}

/** All results of one target, in plan order. Without a target: those of the run itself. */
export interface Report {
  target?: Target;
  roles?: Roles;
  results: Result[];
  /** The causes its unknown results hang on. */
  causes: Cause[];
  /** How the target stands to what the profiles of this run require; missing where there are none. */
  requirements?: Outcome[];
}

/** A cause with what hangs on it over the whole run. */
export interface Folded extends Cause {
  results: number;
  domains: number;
}

/** A run when it has ended; what grew with the number of targets has gone to the reporters. */
export interface Summary {
  format: 1;
  tool: string;
  /** When the evidence was taken, ISO 8601 in UTC. */
  at: string;
  /** Milliseconds. */
  took: number;
  targets: number;
  /** How many of the targets are messages. */
  messages: number;
  /** Results by status, and targets by their worst status. */
  counts: Record<Status, number>;
  domains: Record<Status, number>;
  causes: Folded[];
  interrupted: boolean;
  exit: ExitCode;
  /** Of a gate. */
  gate?: Gated;
}

/** 0 nothing failed, 1 something failed, 2 nothing was judged, 3 something is unknown, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

/** The worst of several statuses; `pass` of none. */
export function worst(of: Iterable<Status>): Status {
  let found: Status = "pass";
  for (const status of of) if (statuses.indexOf(status) > statuses.indexOf(found)) found = status;
  return found;
}

export const noCounts = (): Record<Status, number> => ({ pass: 0, skip: 0, warn: 0, inconclusive: 0, fail: 0 });

/**
 * The exit code of a run by its counts; with `strict`, warnings count as failures. Where targets were waited for, none is
 * nothing to judge, and those that stayed away are unknown.
 */
export function exitCode(
  counts: Record<Status, number>,
  {
    strict = false,
    interrupted = false,
    awaited,
  }: { strict?: boolean; interrupted?: boolean; awaited?: Arrivals } = {},
): ExitCode {
  if (interrupted) return 130;
  if (awaited?.came === 0 || Object.values(counts).every((count) => count === 0)) return 2;
  if (counts.fail > 0 || (strict && counts.warn > 0)) return 1;
  return counts.inconclusive > 0 || (awaited && awaited.came < awaited.due) ? 3 : 0;
}

/** Targets that came, of those that were to come. */
interface Arrivals {
  came: number;
  due: number;
}

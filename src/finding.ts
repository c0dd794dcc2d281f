import type { Change } from "./change.js";
import type { Certificate, Step } from "./net/net.js";

/** How serious a finding is; `skip` and `inconclusive` are the runner's words, for results. */
export type Level = "pass" | "warn" | "fail";

/** A value in a finding's data: what fills the braces of the verdict's text. */
export type Datum = string | number | readonly string[] | readonly number[];

/** A verdict that has been said, with what it rests on. */
export interface Finding {
  verdict: string;
  level: Level;
  text: string;
  data: Record<string, Datum>;
  evidence?: Exhibit[];
  fix?: Fix;
  /** It is borne for now, and does not count. */
  borne?: Borne;
  /** It is worse than the baseline has it. */
  worse?: true;
  /** Under a gate: how it stands to what was before the change. */
  change?: Change;
  /** What brings the change about safely, step by step. */
  stages?: Stage[];
}

/** Who says that a finding is borne, and why. */
export interface Borne {
  by: "configuration" | "comment" | "baseline";
  reason: string;
  /** The last day, YYYY-MM-DD, in UTC; a baseline has none. */
  until?: string;
  /** Where the comment stands. */
  file?: string;
  line?: number;
}

/** One step of a change that is made in several. */
export interface Stage {
  /** Seconds to wait since the step before it; 0 for what can be done at once. */
  wait: number;
  /** What to do, verb first. */
  text: string;
}

/** One concrete step that mends a finding. What is to be copied stands whole in `from`, `to` and `command`. */
export interface Fix {
  /** What to do, verb first; a check's own `fix` stands in where this is left out. */
  text?: string;
  /** The record as it stands, in presentation form. */
  from?: string;
  /** The record to publish instead. */
  to?: string;
  command?: string;
}

/** What a finding rests on, in shapes that every reporter can show and JSON can hold. */
export type Exhibit =
  | Records
  | { kind: "tree"; title: string; source?: string; root: Branch }
  | { kind: "transcript"; at: string; steps: Step[] }
  | { kind: "certificate"; at: string; chain: Certificate[] }
  | { kind: "table"; columns: string[]; rows: (string | number)[][] }
  | { kind: "diff"; from: string; to: string };

/** An answer from DNS, as it came: what was asked, of whom, and each record in presentation form. */
export interface Records {
  kind: "records";
  name: string;
  type: string;
  rcode: string;
  server: string;
  /** The answer was marked as authenticated by the server (RFC 4035 §3.2.3). */
  ad: boolean;
  records: { name: string; type: string; ttl: number; text: string; file?: string; line?: number; column?: number }[];
}

/** A node of a lookup tree: what it is, the running cost after it, and a remark. */
export interface Branch {
  label: string;
  cost?: number;
  note?: string;
  branches: Branch[];
}

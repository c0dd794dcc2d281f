import type { Check } from "./check.js";
import type { Profile } from "./preset.js";
import type { Report, Result, Summary } from "./result.js";

/** Where a reporter writes, and what that place can show. */
export interface Out {
  write(text: string): void | Promise<void>;
  /** Width in columns. */
  columns: number;
  colour: boolean;
  /** Only ASCII may be written. */
  ascii: boolean;
  /** Check ids may be hyperlinks (OSC 8). */
  links: boolean;
}

/** What a run is about to do. */
export interface Opening {
  tool: string;
  at: string;
  checks: readonly Check[];
  /** Whose requirements are rolled up. */
  profiles: readonly Profile[];
  /** How many targets, where that is known. */
  total?: number;
  /** Somebody waits for each report, and the end is far. */
  live?: boolean;
  /** The configuration of the run: what has no place of its own in a file is placed there. */
  config?: string;
  /** What was assumed or set: resolver, preset, roles. */
  settings: readonly string[];
}

/** Turns results into text. It never prints by itself, exits, or asks for more. */
export interface Reporter {
  start?(opening: Opening): void | Promise<void>;
  /** Results as they land, in no order; not waited for, so nothing is written here. */
  result?(result: Result): void;
  /** Each target when all its results are in; in plan order, so the same evidence gives the same bytes. */
  report?(report: Report): void | Promise<void>;
  end?(summary: Summary): void | Promise<void>;
}

/** Options of a reporter, as given in the configuration or by flags. */
export interface ReporterOptions {
  /** 0 what is wrong, 1 also what passes, 2 with all evidence. */
  verbose?: number;
  quiet?: boolean;
  /** No cut of long lists. */
  all?: boolean;
  /** From whom and to whom a report goes that is a message. */
  mail?: { from: string; to: string };
}

/** A reporter as the tool lists and opens it. */
export interface ReporterFormat {
  name: string;
  title: string;
  /** Whether it says the last line of the run itself; else the command line says it beside the report. */
  closes?: boolean;
  /** What the process exits with where this has standard output, for readers that have codes of their own. */
  exit?(summary: Summary): number;
  open(out: Out, options: ReporterOptions): Reporter;
}

export const defineReporter = (format: ReporterFormat): ReporterFormat => format;

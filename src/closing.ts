import { palette } from "./palette.js";
import type { Out } from "./reporter.js";
import type { Status, Summary } from "./result.js";
import { stateOf, tallied, worstFirst, wording } from "./view.js";
import { width } from "./width.js";
import { counted, duration, number } from "./words.js";

/** How a run ended, in words. */
export interface Closing {
  status: Status;
  word: string;
  counts: string;
  took: string;
  exit: string;
}

/** `total` is how many targets the run was to have, where that is known. */
export function closing(summary: Summary, total?: number): Closing {
  const { counts, domains, targets, took, exit } = summary;
  const status = exit === 1 ? "fail" : stateOf(counts);
  const judged = `${total === undefined ? "" : `${number(targets)} of `}${counted(total ?? targets, "domain")} judged`;
  const told = targets > 1 ? ofDomains(domains, targets) : tallied(counts, unknownBy(summary));
  const end = { took: duration(took), exit: `exit ${exit}` };
  if (exit === 2) return { status: "skip", word: "Nothing", counts: "was judged", ...end };
  if (summary.interrupted) return { status: "inconclusive", word: "Stopped", counts: `${judged}; ${told}`, ...end };
  return { status, word: wording[status].state, counts: told, ...end };
}

/** `37 of 1,284 domains; 41 unknown, 212 warn`. */
function ofDomains(domains: Summary["domains"], targets: number): string {
  const bad = worstFirst.slice(0, 3).filter((status) => domains[status] > 0);
  const [worst, ...others] = bad;
  if (worst === undefined) return counted(targets, "domain");
  const first = `${number(domains[worst])} of ${counted(targets, "domain")}`;
  return [first, others.map((status) => `${number(domains[status])} ${wording[status].count}`).join(", ")]
    .filter(Boolean)
    .join("; ");
}

/** `unknown by one cause`, where all that is unknown hangs on causes. */
function unknownBy({ counts, causes }: Summary): string {
  const held = causes.reduce((sum, { results }) => sum + results, 0);
  if (counts.inconclusive < 2 || held < counts.inconclusive) return wording.inconclusive.count;
  return `${wording.inconclusive.count} by ${causes.length === 1 ? "one cause" : counted(causes.length, "cause")}`;
}

/**
 * The line that ends every run: word, counts, time and exit code, the last two at the right margin; two lines where
 * one is too narrow.
 */
export function lastLine(
  summary: Summary,
  out: Pick<Out, "columns" | "colour" | "ascii" | "links">,
  total?: number,
): string {
  const { status, word, counts, took, exit } = closing(summary, total);
  const { strong, dim } = palette(out);
  const said = `${word}  ${counts}`;
  const end = `${took}  ${exit}`;
  const blanks = Math.min(out.columns, 120) - width(said) - width(end);
  const styled = `${strong(status, word)}  ${counts}`;
  return blanks < 2 ? `${styled}\n${dim(end)}` : `${styled}${" ".repeat(blanks)}${dim(end)}`;
}

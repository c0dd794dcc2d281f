import { palette } from "./palette.js";
import type { Out } from "../reporter.js";
import type { Gated } from "../change.js";
import type { Status, Summary } from "../result.js";
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
  const { counts, targets, took, exit } = summary;
  const noun = nounOf(summary);
  const status = exit === 1 ? "fail" : stateOf(counts);
  const judged = `${total === undefined ? "" : `${number(targets)} of `}${counted(total ?? targets, noun)} judged`;
  const told = targets > 1 ? ofTargets(summary) : tallied(counts, unknownBy(summary));
  const end = { took: duration(took), exit: `exit ${exit}` };
  if (summary.gate && exit !== 2 && !summary.interrupted) return { ...gateClosing(summary.gate, exit), ...end };
  if (exit === 2) return { status: "skip", word: "Nothing", counts: "was judged", ...end };
  if (summary.interrupted) return { status: "inconclusive", word: "Stopped", counts: `${judged}; ${told}`, ...end };
  return { status, word: wording[status].state, counts: told, ...end };
}

/** How a gate stands: closed by what is new or worse, or open. */
function gateClosing({ states, unknown }: Gated, exit: number): Pick<Closing, "status" | "word" | "counts"> {
  const open = unknown + states.unknown;
  const counts = [
    `${number(states.new + states.unsuppressed)} new`,
    `${number(states.worsened)} worse`,
    `${number(states.fixed)} fixed`,
    `${number(states.unchanged)} unchanged`,
    `${number(open)} unknown`,
  ].join(", ");
  if (exit === 1) return { status: "fail", word: "Closed", counts };
  return { status: open > 0 ? "inconclusive" : "pass", word: "Open", counts };
}

/** What the targets of a run are, in a word: all domains, all messages, or some of each. */
export const nounOf = ({ targets, messages }: Pick<Summary, "targets" | "messages">): string =>
  messages === 0 ? "domain" : messages === targets ? "message" : "target";

/** `37 of 1,284 domains; 41 unknown, 212 warn`. */
function ofTargets({ domains, targets, messages }: Summary): string {
  const noun = nounOf({ targets, messages });
  const bad = worstFirst.slice(0, 3).filter((status) => domains[status] > 0);
  const [worst, ...others] = bad;
  if (worst === undefined) return counted(targets, noun);
  const first = `${number(domains[worst])} of ${counted(targets, noun)}`;
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

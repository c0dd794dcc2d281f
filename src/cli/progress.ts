import { terminal } from "../clean.js";
import { palette } from "../view/palette.js";
import type { Out, Reporter } from "../reporter.js";
import { noCounts, type Status, worst } from "../result.js";
import { shorten, width } from "../view/width.js";
import { number } from "../view/words.js";
import type { Stream } from "./shell.js";
import type { Waiting } from "./watch.js";

/** Milliseconds: nothing is drawn before `first`, nor more often than every `redraw`; a log gets a line every `line`. */
const pace = { first: 300, redraw: 100, line: 30_000, estimate: 10_000 };

/** How far a run is. */
export interface State {
  /** Milliseconds since it began. */
  took: number;
  done: number;
  total?: number;
  /** Worst status by domain, or by result where there is one domain. */
  counts: Record<Status, number>;
  /** The one domain, where there is but one. */
  domain?: string;
  waiting: readonly { what: string; for: number }[];
}

/** Milliseconds that are probably left; told once it can be told: after a twentieth and ten seconds. */
export function left({ done, total, took }: State): number | undefined {
  if (total === undefined || done === 0 || done * 20 < total || took < pace.estimate) return undefined;
  return (took / done) * (total - done);
}

/** The two lines on a terminal. */
export function lines(state: State, out: Pick<Out, "columns" | "colour" | "ascii" | "links">): string[] {
  const { symbols, ellipsis, paint, dim, spell } = palette(out);
  const { done, total, counts, took, domain, waiting } = state;
  const columns = Math.min(out.columns, 120) - 1;
  const found = (["fail", "inconclusive", "warn"] as const).filter((status) => counts[status] > 0);
  const told = found.map((status) => `${symbols[status]} ${number(counts[status])}`).join("  ");
  const painted = found.map((status) => paint(status, `${symbols[status]} ${number(counts[status])}`)).join("  ");
  const far = total === undefined ? number(done) : `${number(done)} of ${number(total)}`;
  const rest = left(state);
  const time = [clock(took), ...(rest === undefined ? [] : [`about ${clock(rest)} left`])].join(", ");

  const slowest = waiting.map(({ what, for: ms }) => `${terminal(what)} ${(ms / 1000).toFixed(1)} s`);
  /** As many of the slowest as fit whole behind what stands before them; of the first at least a part. */
  const waits = (before: string): string => {
    const fitting = slowest.map((_, at) => `${before}waiting  ${slowest.slice(0, at + 1).join(" · ")}`);
    return fitting.findLast((text) => width(text) + 2 <= columns) ?? fitting[0] ?? "";
  };
  const second = (text: string): string => dim(shorten(spell(`  ${text}`), columns, ellipsis));
  if (domain !== undefined) {
    const fixed = width(`    ${far}  ${told}  ${time}`);
    const head = `  ${shorten(domain, Math.max(8, Math.min(40, columns - fixed)), ellipsis)}  ${far}  `;
    const gap = Math.max(2, columns - width(head) - width(told) - width(time));
    return [`${head}${painted}${" ".repeat(gap)}${time}`, second(waits(""))];
  }
  const room = Math.max(10, columns - width(far) - width(told) - 8);
  const filled = total === undefined ? 0 : Math.floor((room * done) / Math.max(1, total));
  const [full, empty] = out.ascii ? ["#", "-"] : ["━", "─"];
  return [
    `  ${full.repeat(filled)}${empty.repeat(room - filled)}  ${far}  ${painted}`,
    second(slowest.length > 0 ? waits(`${time} · `) : time),
  ];
}

/** The line in a log. */
export function logLine(state: State): string {
  const { done, total, counts, took } = state;
  const rest = left(state);
  const parts = [
    `${done}${total === undefined ? "" : `/${total}`} targets`,
    `${counts.fail} fail`,
    `${counts.inconclusive} inconclusive`,
    `${Math.round(took / 1000)} s`,
    ...(rest === undefined ? [] : [`~${Math.round(rest / 1000)} s left`]),
  ];
  return `mailworthy: ${parts.join(", ")}`;
}

/** Shows how far a run is, on standard error: two lines that are redrawn and gone when it ends, or now and then a line. */
export class Progress implements Reporter {
  readonly #stream: Stream;
  readonly #out: Omit<Out, "write">;
  readonly #waiting: () => Waiting[];
  readonly #began = performance.now();
  readonly #counts = noCounts();
  readonly #judged = new Set<string>();
  #checks = 0;
  #total: number | undefined;
  #domain: string | undefined;
  #done = 0;
  #drawn = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(stream: Stream, out: Omit<Out, "write">, waiting: () => Waiting[]) {
    this.#stream = stream;
    this.#out = out;
    this.#waiting = waiting;
  }

  start({ total, checks }: Parameters<NonNullable<Reporter["start"]>>[0]): void {
    this.#total = total;
    this.#checks = checks.length;
    this.#timer = setInterval(() => this.#tick(), this.#stream.tty ? pace.redraw : pace.line);
    this.#timer.unref();
  }

  result({ status, check, subject }: Parameters<NonNullable<Reporter["result"]>>[0]): void {
    if (this.#total !== 1) return;
    this.#domain ??= subject.domain;
    this.#judged.add(check);
    this.#counts[status]++;
  }

  report({ target, results }: Parameters<NonNullable<Reporter["report"]>>[0]): void {
    if (!target) return;
    this.#done++;
    if (this.#total !== 1) this.#counts[worst(results.map(({ status }) => status))]++;
  }

  end(): void {
    clearInterval(this.#timer);
    this.clear();
  }

  /** Takes the lines away, so that something else can be written. */
  clear(): void {
    if (this.#drawn === 0) return;
    void this.#stream.write(`\r${"\u001b[1A\u001b[2K".repeat(this.#drawn)}`).catch(() => {});
    this.#drawn = 0;
  }

  /** How far the run is now. */
  get state(): State {
    const now = performance.now();
    const alone = this.#total === 1 && this.#domain !== undefined;
    return {
      took: now - this.#began,
      done: alone ? this.#judged.size : this.#done,
      ...(alone ? { total: this.#checks, domain: this.#domain! } : this.#total !== undefined && { total: this.#total }),
      counts: this.#counts,
      waiting: this.#waiting()
        .slice(0, 3)
        .map(({ what, since }) => ({ what, for: now - since })),
    };
  }

  #tick(): void {
    const { state } = this;
    if (!this.#stream.tty) {
      void this.#stream.write(`${logLine({ ...state, done: this.#done })}\n`).catch(() => {});
      return;
    }
    if (state.took < pace.first) return;
    this.clear();
    const drawn = lines(state, this.#out);
    this.#drawn = drawn.length;
    void this.#stream.write(`${drawn.join("\n")}\n`).catch(() => {});
  }
}

/** Milliseconds as `1.4 s` or `2:31`. */
function clock(ms: number): string {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

import type { Cause } from "./fact.js";
import { type Folded, noCounts, type Report, type Summary, worst } from "./result.js";

/** What is counted over a run; of the size of its causes, not of its targets. */
export class Tally {
  readonly counts = noCounts();
  readonly #domains = noCounts();
  readonly #causes = new Map<string, Folded>();
  #targets = 0;
  #messages = 0;

  add({ target, results, causes }: Report): void {
    for (const { status } of results) this.counts[status]++;
    if (target) {
      this.#targets++;
      if (target.message !== undefined) this.#messages++;
      this.#domains[worst(results.map(({ status }) => status))]++;
    }
    for (const cause of causes)
      this.#fold(cause, results.filter((result) => result.cause === cause.id).length, !!target);
  }

  #fold(cause: Cause, results: number, ofTarget: boolean): void {
    const folded = this.#causes.get(cause.id) ?? { ...cause, results: 0, domains: 0 };
    folded.results += results;
    if (ofTarget) folded.domains++;
    this.#causes.set(cause.id, folded);
  }

  totals(): Pick<Summary, "targets" | "messages" | "counts" | "domains" | "causes"> {
    const causes = [...this.#causes.values()].sort((a, b) => b.results - a.results || (a.id < b.id ? -1 : 1));
    return { targets: this.#targets, messages: this.#messages, counts: this.counts, domains: this.#domains, causes };
  }
}

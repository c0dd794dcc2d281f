import type { Step } from "../change.js";
import type { Report } from "../result.js";

/** What one finding wants done at one point, and what it wants done before. */
interface Wanted {
  text: string;
  wait: number;
  check: string;
  after?: string;
}

/**
 * The stages of all findings as one order. What several want done is one thing, and it is done when all that any of them
 * wants before it is done; the wait before a step is the longest that any of them asks for.
 */
export class Order {
  readonly #wanted: Wanted[] = [];

  add({ results }: Report): void {
    for (const { check, findings } of results)
      for (const { stages = [], level } of findings)
        if (level !== "pass")
          for (const [at, { wait, text }] of stages.entries())
            this.#wanted.push({ text, wait, check, ...(at > 0 && { after: stages[at - 1]!.text }) });
  }

  steps(): Step[] {
    const place = new Map(this.#wanted.map(({ text }) => [text, 0]));
    // Two findings may want the opposite of each other: so many rounds settle all that can be settled.
    for (let round = 0; round < place.size; round++)
      for (const { text, after } of this.#wanted)
        if (after !== undefined)
          place.set(text, Math.min(place.size, Math.max(place.get(text)!, place.get(after)! + 1)));
    const steps = new Map<number, Step>();
    for (const { text, wait, check } of this.#wanted) {
      const at = place.get(text)!;
      const step = steps.get(at) ?? { wait: 0, what: [], checks: [] };
      steps.set(at, step);
      step.wait = Math.max(step.wait, wait);
      if (!step.what.includes(text)) step.what.push(text);
      if (!step.checks.includes(check)) step.checks.push(check);
    }
    return [...steps].sort(([a], [b]) => a - b).map(([, step]) => step);
  }
}

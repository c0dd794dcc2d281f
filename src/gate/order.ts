import type { Step } from "../change.js";
import type { Report } from "../result.js";

/**
 * Puts the stages of a report's findings into one order: whatever comes first in one of them is done together, and the wait before a step
 * is the longest that any of them asks for.
 */
export function intoOrder(steps: Step[], { results }: Report): void {
  for (const { check, findings } of results) {
    for (const { stages = [], level } of findings) {
      if (level === "pass") continue;
      for (const [at, { wait, text }] of stages.entries()) {
        const step = (steps[at] ??= { wait: 0, what: [], checks: [] });
        step.wait = Math.max(step.wait, wait);
        if (!step.what.includes(text)) step.what.push(text);
        if (!step.checks.includes(check)) step.checks.push(check);
      }
    }
  }
}

import { readFileSync } from "node:fs";
import { matches } from "../../src/waiver.js";
import type { Case } from "./case.js";

/** A case, or with `*` a group of them, that is known not to be met, and why. */
export interface Exception {
  pattern: string;
  /** Only cases of the group that break no other rules than these; a suite names them in `status`. */
  rules?: string[];
  why: string;
}

/** The rows of the table under the heading "Known exceptions". */
export function readExceptions(markdown: string): Exception[] {
  const [, section = ""] = markdown.split(/^## Known exceptions$/m);
  return section
    .split(/^## /m)[0]!
    .split("\n")
    .flatMap((line) => {
      const [, pattern, rules, why] = /^\| `([^`]+)`(?: breaking only `([^`]+)`)? +\| (.+) \|$/.exec(line) ?? [];
      if (!pattern || !why) return [];
      return [{ pattern, ...(rules && { rules: rules.split(" ") }), why: why.trim() }];
    });
}

/** The project's own list. */
export const knownExceptions = (): Exception[] =>
  readExceptions(readFileSync(new URL("../../../docs/conformance.md", import.meta.url), "utf8"));

export const exceptionFor = (one: Case, exceptions: readonly Exception[]): Exception | undefined =>
  exceptions.find(({ pattern, rules }) => matches(pattern, one.id) && (!rules || breaksOnly(one, rules)));

const breaksOnly = ({ status }: Case, rules: readonly string[]): boolean =>
  Array.isArray(status) && status.length > 0 && status.every((rule) => rules.includes(rule as string));

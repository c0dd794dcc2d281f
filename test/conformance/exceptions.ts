import { readFileSync } from "node:fs";
import { matches } from "../../src/waiver.js";

/** A case, or with `*` a group of them, that is known not to be met, and why. */
export interface Exception {
  pattern: string;
  why: string;
}

/** The rows of the table under the heading "Known exceptions". */
export function readExceptions(markdown: string): Exception[] {
  const [, section = ""] = markdown.split(/^## Known exceptions$/m);
  return section
    .split(/^## /m)[0]!
    .split("\n")
    .flatMap((line) => {
      const [, pattern, why] = /^\| `([^`]+)` \| (.+) \|$/.exec(line) ?? [];
      return pattern && why ? [{ pattern, why: why.trim() }] : [];
    });
}

/** The project's own list. */
export const knownExceptions = (): Exception[] =>
  readExceptions(readFileSync(new URL("../../../docs/conformance.md", import.meta.url), "utf8"));

export const exceptionFor = (id: string, exceptions: readonly Exception[]): Exception | undefined =>
  exceptions.find(({ pattern }) => matches(pattern, id));

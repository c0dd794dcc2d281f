import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { agrees, type Case, isUnsupported, type Op, unsupported } from "./case.js";
import { type Exception, exceptionFor } from "./exceptions.js";

/** A folder of cases. */
export interface Suite {
  name: string;
  cases: Case[];
}

/** How a suite went. A contested case counts apart, and so does one whose operation is not done. */
export interface Score {
  name: string;
  passed: number;
  total: number;
  contested: { passed: number; total: number };
  unsupported: number;
  misses: Miss[];
}

/** A case that was not met. */
export interface Miss {
  id: string;
  expect: unknown;
  got: unknown;
  contested: boolean;
  known?: Exception;
}

/** Every suite below a folder, or nothing where there is no such folder. */
export function readSuites(folder: string): Suite[] | undefined {
  if (!existsSync(folder)) return undefined;
  return globSync("**/cases.jsonl", { cwd: folder })
    .sort()
    .map((file) => ({
      name: dirname(file),
      cases: readFileSync(join(folder, file), "utf8")
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => JSON.parse(line) as Case),
    }));
}

/** The answer to one case. An operation that throws has answered wrongly; the run goes on. */
export async function answer(input: Case, ops: Readonly<Record<string, Op>>): Promise<unknown> {
  const op = Object.hasOwn(ops, input.op) ? ops[input.op] : undefined;
  if (!op) return unsupported;
  try {
    return (await op(input)) ?? null;
  } catch (error) {
    return { broke: error instanceof Error ? error.message : String(error) };
  }
}

export async function score(
  { name, cases }: Suite,
  ops: Readonly<Record<string, Op>>,
  exceptions: readonly Exception[],
): Promise<Score> {
  const sum: Score = { name, passed: 0, total: 0, contested: { passed: 0, total: 0 }, unsupported: 0, misses: [] };
  for (const one of cases) {
    const got = await answer(one, ops);
    if (isUnsupported(got)) {
      sum.unsupported++;
      continue;
    }
    const contested = one.contested !== undefined;
    const tally = contested ? sum.contested : sum;
    tally.total++;
    if (agrees(got, one)) {
      tally.passed++;
      continue;
    }
    const known = exceptionFor(one, exceptions);
    sum.misses.push({ id: one.id, expect: one.expect, got, contested, ...(known && { known }) });
  }
  return sum;
}

/** A suite's line, and one for each case it missed. */
export function describeScore({ name, passed, total, contested, unsupported, misses }: Score): string[] {
  const apart = [
    ...(contested.total > 0 ? [`contested ${contested.passed}/${contested.total}`] : []),
    ...(unsupported > 0 ? [`unsupported ${unsupported}`] : []),
  ];
  return [
    `${name.padEnd(20)} ${`${passed}/${total}`.padStart(11)}${apart.length > 0 ? `  ${apart.join(", ")}` : ""}`,
    ...misses.map(({ id, expect, got, contested, known }) => {
      const why = known ? `known: ${known.why}` : contested ? "contested" : "not met";
      return `  ${id}  ${why}; expected ${JSON.stringify(expect)}, got ${JSON.stringify(got)}`;
    }),
  ];
}

/** A case was missed that nobody disputes and that is not on the list. */
export const failed = (scores: readonly Score[]): boolean =>
  scores.some(({ misses }) => misses.some(({ contested, known }) => !contested && !known));

import assert from "node:assert/strict";
import nodeTest from "node:test";
import type { Check, Verdicts } from "../check.js";
import type { Here } from "../fact.js";
import { planned } from "../plan.js";
import type { Report } from "../result.js";
import { run } from "../run.js";
import type { DomainTarget, LocalTarget, MessageTarget, Target } from "../target.js";
import type { Waiver } from "../waiver.js";
import { type World, worldNet } from "./world.js";

/** A world in which a verdict must be said, and what the user said about it. */
export interface Row extends World {
  target?: Partial<DomainTarget> | MessageTarget | LocalTarget;
  options?: object;
  here?: Partial<Here>;
  waivers?: Waiver[];
}
type Rows = Row | readonly Row[];

/** One row for every verdict the check can give: one left out does not compile. */
export type Table<V extends Verdicts> = { [Id in keyof V]: Rows } & { skip?: Rows; inconclusive?: Rows };

interface Frame {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => Promise<void>): void;
}

/** Runs the check over a world as the tool would, with all of its facts, and gives back everything. */
export async function examine(check: Check<any, any, any, any>, row: Row): Promise<Report> {
  const strayed: Error[] = [];
  const reports: Report[] = [];
  const options = check.options ? (check.options.parse(row.options ?? {}) as object) : {};
  await run(
    {
      checks: [{ ...planned(check), options }],
      targets: [targetOf(row.target)],
      ...(row.here && { here: row.here }),
      ...(row.waivers && { waivers: row.waivers }),
    },
    worldNet(row, (error) => strayed.push(error)),
    [{ report: (report) => void reports.push(report) }],
  );
  if (strayed[0]) throw strayed[0];
  return reports.find(({ results }) => results.length > 0)!;
}

const targetOf = (target: Row["target"] = {}): Target =>
  target.message !== undefined || target.local !== undefined ? target : { domain: "example.com", ...target };

/** Tests a check by its table: a row passes when that verdict, and no other, is said in its world. */
export function testCheck<V extends Verdicts>(check: Check<any, any, V, any>, table: Table<V>): void {
  const { describe, it } = frame();
  describe(check.id, () => {
    for (const [expected, rows] of Object.entries(table) as [string, Rows][]) {
      for (const [at, row] of ([rows].flat() as Row[]).entries()) {
        it(at === 0 ? expected : `${expected} ${at + 1}`, async () => {
          const { results } = await examine(check, row);
          const said = results.flatMap(({ findings, status }) =>
            status === "skip" || findings.length === 0 ? [status as string] : findings.map(({ verdict }) => verdict),
          );
          const why = results
            .map(({ reason, findings }) => reason ?? findings.map(({ text }) => text).join("; "))
            .join("\n");
          assert.deepEqual([...new Set(said)], [expected], why);
          for (const { findings } of results) {
            for (const { text } of findings)
              assert.doesNotMatch(text, /(?<!%)\{\w+\}|undefined|NaN|\[object/, `not filled in: ${text}`);
          }
        });
      }
    }
  });
}

/** The test runner at hand: the one whose `describe` and `it` are global (vitest with globals, jest), else the one set, else Node's. */
let chosen: Frame | undefined;
testCheck.with = (frame: Frame): typeof testCheck => {
  chosen = frame;
  return testCheck;
};
function frame(): Frame {
  if (chosen) return chosen;
  const globals = globalThis as unknown as Partial<Frame>;
  if (globals.describe && globals.it) return globals as Frame;
  return {
    describe: (name, body) => void nodeTest.describe(name, body),
    it: (name, body) => void nodeTest.it(name, body),
  };
}

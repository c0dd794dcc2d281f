import assert from "node:assert/strict";
import nodeTest from "node:test";
import type { Check, Verdicts } from "../check.js";
import { side } from "../gate/side.js";
import type { Net } from "../net/net.js";
import { bind } from "../zones/bind.js";
import type { Zone } from "../zones/record.js";
import type { Here } from "../fact.js";
import { planned } from "../plan.js";
import type { Report } from "../result.js";
import { run } from "../run.js";
import type { DomainTarget, LocalTarget, MessageTarget, Target } from "../target.js";
import type { Waiver } from "../waiver.js";
import { type World, worldNet } from "./world.js";

/** A world in which a verdict must be said, and what the user said about it. */
export interface Row extends World {
  /**
   * For a check of a gate: what the zone was before the change, as `zone` in lines; then `zone` is what it will be, the
   * target is the zone itself unless it says otherwise, and `outside` has all other names.
   */
  before?: string;
  outside?: string;
  /** The zone is one of which not every record is known. */
  partial?: true;
  /** Further fields of the zones: what is not known of them, or the steps of a plan. */
  more?: { before?: Partial<Zone>; after?: Partial<Zone> };
  target?: Partial<DomainTarget> | MessageTarget | LocalTarget;
  options?: object;
  here?: Partial<Here>;
  waivers?: Waiver[];
  /** Further checks of the run, whose results are left out. */
  beside?: Check<any, any, any, any>[];
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
  const net = worldNet({ ...row, ...(row.before !== undefined && { zone: row.outside ?? "" }) }, (error) =>
    strayed.push(error),
  );
  const { before, after = net } = row.before === undefined ? {} : sidesOf(row, net);
  await run(
    {
      checks: [{ ...planned(check), options }, ...(row.beside ?? []).map(planned)],
      targets: [targetOf(row)],
      ...(before && { base: before }),
      ...(row.here && { here: row.here }),
      ...(row.waivers && { waivers: row.waivers }),
    },
    after,
    [{ report: (report) => void reports.push(report) }],
  );
  if (strayed[0]) throw strayed[0];
  const own = reports.map((report) => ({
    ...report,
    results: report.results.filter((result) => result.check === check.id),
  }));
  return own.find(({ results }) => results.length > 0)!;
}

function targetOf({ target, before }: Row): Target {
  if (before !== undefined && !target) return { local: "zone", name: "example.com" };
  return target?.message !== undefined || target?.local !== undefined ? target : { domain: "example.com", ...target };
}

/** The net before a change and after it, of the zone example.com. */
function sidesOf({ zone = "", before = "", partial, more }: Row, net: Net): { before: Net; after: Net } {
  const sideOf = (octets: string, further: Partial<Zone> = {}): Net => {
    const [read] = octets.trim() === "" ? [] : bind.read({ file: "zone", octets: `$TTL 3600\n${octets}`, origin: "." });
    const completeness = partial ? "partial" : "zone";
    const nothing = { records: [], unread: [], notes: [] };
    return side(net, [{ ...nothing, ...read, origin: "example.com", completeness, ...further }]);
  };
  return { before: sideOf(before, more?.before), after: sideOf(zone, more?.after) };
}

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

import { fileURLToPath } from "node:url";
import type { Cause } from "../../src/fact.js";
import type { Result } from "../../src/result.js";
import { expect, inject } from "vitest";
import { servers } from "./hosts.js";
import { type Exited, Namespace, type Running } from "./namespace.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
export const node = `${root}node_modules/.bin/node`;
export const program = `${root}src/cli/bin.js`;

/** What the built program must know of this world. */
export const known = ({ resolver = servers.resolver, control = "mx.control.test" } = {}): string[] => [
  "--ca",
  inject("world").ca,
  "--control",
  control,
  "--resolver",
  resolver,
];

/** The network of the world, in which the servers are. */
export const inside = (): Namespace => new Namespace(inject("world").namespace);

/** Runs the built program where the world is. */
export const cli = (args: readonly string[], how?: Running): Promise<Exited> =>
  inside().run(node, [program, ...args], { cwd: inject("world").dir, ...how });

/** What `--json` writes, as far as the tests look at it. */
export interface Report {
  results: Result[];
  causes: Cause[];
  interrupted: boolean;
  exit: number;
}

export async function audit(
  args: readonly string[],
  place: Parameters<typeof known>[0] = {},
): Promise<Report & Exited> {
  const exited = await cli([...args, ...known(place), "--json"]);
  return { ...exited, ...(JSON.parse(exited.stdout) as Report) };
}

/** What is to be said, by check or by family as `smtp/*`; nothing else may be said, and nothing of a family may pass. */
export type Table = Readonly<Record<string, string>>;

/** Compares everything that did not pass, or was not skipped, with a table that says it all. */
export function expectTroubles({ results }: Pick<Report, "results">, table: Table): void {
  const judged = results.filter(({ status }) => status !== "skip");
  const ids = [...new Set(judged.map(({ check }) => check))];
  const wanted = ids.flatMap((id) => {
    const text = table[id] ?? table[id.replace(/\/.*/, "/*")];
    return text === undefined ? [] : [[id, expect.stringContaining(text)]];
  });
  const unmet = Object.keys(table).filter(
    (key) => !ids.some((id) => id === key || id.startsWith(key.replace("*", ""))),
  );
  const found = ids.flatMap((id) => {
    const said = judged.filter(({ check, status }) => check === id && status !== "pass").flatMap(saidBy);
    return said.length === 0 ? [] : [[id, [...new Set(said)].join(" | ")]];
  });
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
  expect(unmet, "said of no check that was made").toEqual([]);
}

function saidBy({ status, reason, findings }: Result): string[] {
  if (status === "inconclusive") return [`inconclusive: ${reason}`];
  return findings.filter(({ level }) => level !== "pass").map(({ level, text }) => `${level}: ${text}`);
}

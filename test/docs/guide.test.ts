import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { builtin } from "../../src/builtin.js";
import { family } from "../../src/check.js";
import { commands } from "../../src/cli/commands.js";
import { findPreset } from "../../src/preset.js";
import { commandLines } from "../command-lines.js";

const guide = readFileSync("docs/guide.md", "utf8");
const rows = [...guide.matchAll(/^\| (G\S+) +\|[^|]*\|([^|]*)\|$/gm)].map(([, id, where]) => ({
  id: id!,
  spans: [...where!.matchAll(/`([^`]+)`/g)].map(([, text]) => text!),
}));
const spans = rows.flatMap((row) => row.spans);
const calls = commandLines(spans.join("\n"));
const isCheck = (text: string): boolean => /^[a-z0-9-]+\/[a-z0-9-]+$/.test(text);

it("has every row of the guide, each with a command or a check", () => {
  const counts = { G1: 4, G2: 4, G3: 8, G4: 4, G5: 3 };
  const all = Object.entries(counts).flatMap(([part, count]) =>
    Array.from({ length: count }, (_, at) => `${part}.${at + 1}`),
  );
  expect(rows.map(({ id }) => id)).toEqual([...all, "G6", "G7"]);
  const empty = rows.filter((row) => !row.spans.some((text) => isCheck(text) || text.startsWith("mailworthy ")));
  expect(empty).toEqual([]);
});

it("names checks that are there", async () => {
  const ids = new Set((await builtin()).checks.map(({ id }) => id));
  const named = spans.filter(isCheck);
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});

it("names commands, operations, flags and presets that are there", async () => {
  const { checks, presets } = await builtin();
  const families = new Set(checks.map(({ id }) => family(id)));
  expect(calls.length).toBeGreaterThan(20);
  for (const call of calls) {
    const head = commands.find(({ name }) => name === call[0]);
    const isTarget = /[.@/]/.test(call[0] ?? "");
    expect(head !== undefined || isTarget, call.join(" ")).toBe(true);
    const command = (await (head ?? commands.find(({ name }) => name === "audit")!).load()).default;
    const flags = call.filter((word) => word.startsWith("--")).map((word) => word.slice(2));
    expect(
      flags.filter((flag) => !Object.hasOwn(command.flags, flag)),
      call.join(" "),
    ).toEqual([]);
    const usage = command.usage.map(([form]) => form).join(" ");
    if (call[0] === "queue" && call[1] !== undefined) expect(usage.split(/[\s|]+/)).toContain(call[1]);
    const preset = call[call.indexOf("--preset") + 1];
    if (call.includes("--preset")) expect(findPreset(preset!, presets), preset).toBeDefined();
    const only = call.includes("--only") ? call[call.indexOf("--only") + 1]!.split(",") : [];
    expect(only.filter((glob) => !families.has(glob.split("/")[0]!))).toEqual([]);
  }
});

import { copyFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { width } from "../../src/view/width.js";
import { emptyFolder, mailworthy } from "./shell.js";

const cwd = emptyFolder();
copyFileSync("test/fixtures/log/mail.log", join(cwd, "mail.log"));
utimesSync(join(cwd, "mail.log"), 1795500000, 1795500000);
const run = (argv: string[], stdin = "") => mailworthy(["log", ...argv], { cwd, env: { COLUMNS: "80" }, stdin });

it("tells totals, causes and what the checks say", async () => {
  const { code, out, err } = await run(["mail.log"]);
  expect(err).toBe("");
  expect(code).toBe(0);
  expect(out).toMatch(/^2026-11-24 04:58 to 2026-11-24 05:\d\d, 1 file, 1,624 lines/);
  expect(out).toContain("Deferred, by cause");
  expect(out).toContain("log/bounce-rate");
});

it.each([80, 60, 40])("fits %d columns, in ASCII too", async (columns) => {
  const { out } = await run(["mail.log", "--width", String(columns), "--ascii"]);
  expect(out).toMatch(/^[\n -~]+$/);
  expect(out.split("\n").filter((line) => width(line) > columns)).toEqual([]);
});

it("leaves out what is not within the time asked for, and has it all as JSON", async () => {
  const { out } = await run(["mail.log", "--since", "2026-11-24T05:00", "--json"]);
  const { log } = JSON.parse(out) as { log: { lines: { all: number; outside: number; postfix: number } } };
  expect(log.lines.all).toBe(1_624);
  expect(log.lines.outside + log.lines.postfix).toBe(1_624);
  expect(log.lines.outside).toBeGreaterThan(0);
});

it.each([
  [["nowhere.log"], /is not there/],
  [["mail.log", "--since", "soon"], /--since soon is not a time/],
  [["mail.log", "--top", "none"], /--top is a number/],
  [["-"], /none of the 1 lines is one of Postfix/],
])("%j is refused", async (argv, told) => {
  const { code, err } = await run(argv, "hello\n");
  expect(code).toBe(2);
  expect(err).toMatch(told);
});

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { emptyFolder, mailworthy } from "../cli/shell.js";
import { readConfig } from "../../src/config.js";
import { loadConfig, loadPlugin } from "../../src/load.js";
import { withPlugins } from "../../src/plugin.js";
import { builtin } from "../../src/builtin.js";

const folder = "examples/plugin";
const nonBlank = (file: string): number =>
  readFileSync(join(folder, file), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "").length;

it("a fact, a check and its test are fewer than 25 lines", () => {
  expect(nonBlank("owner.ts") + nonBlank("owner.test.ts")).toBeLessThan(25);
});

it("is loaded from a configuration by its path", async () => {
  const document = await loadConfig(join(folder, "mailworthy.config.ts"));
  const plugin = await loadPlugin("./index.ts", document.folder);
  const registry = withPlugins(await builtin(), [[plugin, "./index.ts"]]);
  expect(readConfig(document, registry, new Date()).remarks).toEqual([]);
  expect(registry.checks.map(({ id }) => id)).toContain("acme/owner");
  expect(registry.reporters.map(({ name }) => name)).toContain("acme/chat");
});

it("judges and reports beside what is built in", async () => {
  const cwd = emptyFolder();
  const argv = ["-c", resolve(folder, "mailworthy.config.ts"), "example.com", "--only", "acme/*", "-r", "acme/chat"];
  const { code, out, err } = await mailworthy(argv, { cwd, world: {} });
  expect(err).toMatch(/^Failing {2}1 fail/);
  expect(out).toBe("example.com: no owner is named; nobody will answer for it (acme/owner)\n");
  expect(code).toBe(1);
});

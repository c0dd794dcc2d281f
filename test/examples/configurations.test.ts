import { copyFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { emptyFolder, mailworthy } from "../cli/shell.js";
import { builtin } from "../../src/builtin.js";
import { planFor } from "../../src/audit.js";
import { readConfig, settingsOf } from "../../src/config.js";
import { loadConfig } from "../../src/load.js";
import { readTargets } from "../../src/targets.js";

const file = "examples/mailworthy.config.yaml";
const today = new Date("2026-12-01");

it("is read without a word", async () => {
  const document = await loadConfig(file);
  expect(readConfig(document, await builtin(), today).remarks).toEqual([]);
});

it("names targets, of which a domain counts once", async () => {
  const { config } = readConfig(await loadConfig(file), await builtin(), today);
  const { targets } = await readTargets(config.targets ?? [], dirname(file));
  const found = [];
  for await (const target of targets) found.push(target);
  expect(found).toEqual([
    { domain: "example.com", role: ["sends", "receives"], selectors: ["s1", "s2"], senders: ["192.0.2.25", "spf"] },
    { domain: "example.net", role: ["parked"] },
    { domain: "example.org", tags: ["acquired"] },
  ]);
});

it("chooses checks, their levels and their options", async () => {
  const registry = await builtin();
  const { config } = readConfig(await loadConfig(file), registry, today);
  const plan = planFor(registry, { checks: settingsOf(config), preset: [config.preset ?? []].flat() }, []);
  const chosen = new Map(plan.checks.map((one) => [one.check.id, one]));
  expect([...chosen.keys()].filter((id) => id.startsWith("dnsbl/"))).toEqual([]);
  expect(chosen.get("spf/lookup-limit")).toMatchObject({ options: { near: 8 } });
  expect(chosen.get("cert/expiry-window")).toMatchObject({ level: "fail", options: { warn: 14, fail: 7 } });
  expect(chosen.get("dmarc/enforcement")).toMatchObject({ level: "warn" });
});

it("stands in for words on the command line", async () => {
  const cwd = emptyFolder();
  for (const name of ["mailworthy.config.yaml", "domains.txt"]) copyFileSync(`examples/${name}`, join(cwd, name));
  const { code, out } = await mailworthy(["--json"], { cwd, world: { zone: "example.com MX 0 ." } });
  expect([0, 1, 3]).toContain(code);
  const { targets } = JSON.parse(out) as { targets: { domain: string }[] };
  expect(targets.map(({ domain }) => domain).filter(Boolean)).toEqual(["example.com", "example.net", "example.org"]);
});

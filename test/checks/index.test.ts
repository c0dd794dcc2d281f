import { pathToFileURL } from "node:url";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ZodType } from "zod";
import checks from "../../checks/index.js";
import presets from "../../checks/presets/index.js";
import { type Check, family, type Verdict } from "../../src/check.js";
import { manual } from "../../src/view/describe.js";

const all = checks as readonly Check[];
const families =
  "env dns mx spf dkim dmarc mta-sts tls-rpt bimi dnssec dane ptr helo id dnsbl dnswl rep port smtp tls cert parked msg postfix log queue profile mailworthy change".split(
    " ",
  );

const files = readdirSync("checks", { recursive: true, encoding: "utf8" })
  .filter((file) => /^[a-z-]+\/[^/]+\.ts$/.test(file) && !file.startsWith("presets/"))
  .map((file) => file.replace(/\.ts$/, ""));

it("every file is listed once, and its path is its id", async () => {
  expect(all.map(({ id }) => id).sort()).toEqual([...files].sort());
  const ids = await Promise.all(
    files.map(
      async (file) => ((await import(pathToFileURL(`checks/${file}.ts`).href)) as { default: Check }).default.id,
    ),
  );
  expect(ids).toEqual(files);
});

it("families stand in the order of reports", () => {
  const order = all.map(({ id }) => families.indexOf(family(id)));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).not.toContain(-1);
});

describe.each(all.map((check) => [check.id, check] as const))("%s", (id, check) => {
  const verdicts = Object.entries(check.verdicts as Record<string, Verdict>);

  it("has a title that is a sentence without its full stop", () => {
    expect(check.title).toMatch(/^[A-Z0-9].*[^.!?]$/);
  });

  it("says why and how in one sentence each", () => {
    for (const text of [check.why, check.fix]) {
      expect(text).toMatch(/^[A-Z0-9`].*\.$/);
      expect(text).not.toMatch(/[a-z0-9`)][.!?] [A-Z]/);
    }
  });

  it("says where the rule stands, if it can fail", () => {
    if (verdicts.some(([, { level }]) => level === "fail")) expect(check.refs?.length).toBeGreaterThan(0);
  });

  it("has a verdict for when all is well, and words for each", () => {
    expect(verdicts.map(([, { level }]) => level)).toContain("pass");
    for (const [name, { text }] of verdicts) {
      expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
      expect(text).toMatch(/[^.!?]$/);
      expect(text).not.toMatch(/^(?:The|A|An|No|There|Some|Not|It) /);
    }
  });

  it("has a strict schema with a default for each option", () => {
    if (!check.options) return;
    const options = check.options as ZodType;
    expect(options.safeParse({}).success).toBe(true);
    expect(options.safeParse({ noSuchOption: 1 }).success).toBe(false);
  });

  it("has a test with a row for every verdict", () => {
    const file = `test/checks/${id}.test.ts`;
    expect(existsSync(file)).toBe(true);
    const text = readFileSync(file, "utf8");
    for (const [name] of verdicts) expect(text).toMatch(new RegExp(`\\b${name}\\b["']?\\s*(?::|,|\\()`));
  });
});

describe.each(presets.map((preset) => [preset.name, preset] as const))(
  "preset %s",
  (name, { title, checks: chosen }) => {
    it("is named by its file and has a title", () => {
      expect(existsSync(`checks/presets/${name}.ts`)).toBe(true);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
    });

    it("chooses by id and glob", () => {
      expect(Object.keys(chosen).length).toBeGreaterThan(0);
    });
  },
);

it("the manual is that of the checks; `npm run docs` writes it", () => {
  expect(readFileSync("checks/README.md", "utf8")).toBe(manual(all, presets));
});

import type { Out, ReporterFormat, ReporterOptions, Target } from "mailworthy";
import { describe, expect, it } from "vitest";
import reporters from "../../reporters/index.js";
import { all, lucerne, many, northwind, parked, proseware, written } from "./canned.js";

const named = (name: string): ReporterFormat => reporters.find((one) => one.name === name)!;

/** Screens as they were looked at and found good; `vitest -u` writes them anew, to be looked at again. */
const screens: [file: string, targets: readonly Target[], out: Partial<Out>, options?: ReporterOptions][] = [
  ["healthy.80", [lucerne], { columns: 80 }],
  ["broken.60", [northwind], { columns: 60 }],
  ["broken.80", [northwind], { columns: 80 }],
  ["broken.120", [northwind], { columns: 120 }],
  ["broken-ascii.80", [northwind], { columns: 80, ascii: true }],
  ["broken-colour.80", [northwind], { columns: 80, colour: true, links: true }],
  ["broken-verbose.100", [northwind], { columns: 100 }, { verbose: 1 }],
  ["broken-evidence.100", [northwind], { columns: 100 }, { verbose: 2 }],
  ["inconclusive.80", [proseware], { columns: 80 }],
  ["parked.80", [parked], { columns: 80 }],
  ["several.80", all, { columns: 80 }],
  ["many.80", many, { columns: 80 }],
  ["many.120", many, { columns: 120 }],
  ["many-quiet.80", many.slice(0, 6), { columns: 80 }, { quiet: true }],
];

describe("text", () => {
  it.each(screens)("%s", async (file, targets, out, options = {}) => {
    const text = await written(named("text"), targets, out, options);
    await expect(text).toMatchFileSnapshot(`golden/text/${file}.txt`);
  });
});

const endings: Record<string, string> = {
  markdown: "md",
  junit: "xml",
  "junit-strict": "xml",
  checkstyle: "xml",
  prometheus: "prom",
  mail: "eml",
  ...Object.fromEntries(["github", "dot", "azure", "teamcity", "nagios"].map((name) => [name, "txt"])),
  ...Object.fromEntries(
    ["ctrf", "gitlab", "rdjson", "sarif", "shields", "slack", "teams"].map((name) => [name, "json"]),
  ),
};

describe.each(reporters.map(({ name }) => name).filter((name) => name !== "text"))("%s", (name) => {
  it("writes a run that has everything", async () => {
    const text = await written(named(name), all);
    await expect(text).toMatchFileSnapshot(`golden/${name}.${endings[name] ?? name}`);
  });

  it("writes the same of the same evidence", async () => {
    expect(await written(named(name), all)).toBe(await written(named(name), all));
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { mailworthy } from "../cli/shell.js";

const folder = "examples/gate";
const stories = readdirSync(folder).filter((name) => /^\d-/.test(name));

async function gate(story: string, before: string, after: string) {
  const cwd = resolve(folder, story);
  const { code, out } = await mailworthy(["gate", after, "--base", before, "--offline"], {
    cwd,
    env: { COLUMNS: "80" },
  });
  return { code, out: out.replace(/\d+\.\d s(?= {2}exit)/, "0.0 s") };
}

describe("changes that lose mail", () => {
  it.each(stories.filter((story) => readdirSync(join(folder, story)).includes("expected.txt")))("%s", async (story) => {
    const { code, out } = await gate(story, "before.zone", "after.zone");
    expect(code).toBe(1);
    expect(out).toBe(readFileSync(join(folder, story, "expected.txt"), "utf8"));
  });

  it("are all but one of the stories", () => {
    expect(stories).toHaveLength(5);
  });
});

describe("a staged move", () => {
  const zones = readdirSync(join(folder, "5-staged-move"))
    .filter((name) => name.endsWith(".zone"))
    .sort();
  it.each(zones.slice(1).map((after, at) => [zones[at]!, after] as const))(
    "%s to %s opens the gate",
    async (before, after) => {
      const { code, out } = await gate("5-staged-move", before, after);
      expect(out).toContain("Open  0 new, 0 worse");
      expect(code).toBe(0);
    },
  );

  it("made at once closes it", async () => {
    expect((await gate("5-staged-move", zones[0]!, zones.at(-1)!)).code).toBe(1);
  });
});

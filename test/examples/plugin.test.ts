import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import "../../examples/plugin/owner.test.js";
import chat from "../../examples/plugin/chat.js";
import plugin from "../../examples/plugin/index.js";
import config from "../../examples/plugin/mailworthy.config.js";
import { audit } from "../../src/audit.js";
import { worldNet } from "../../src/testing/index.js";

const linesOf = (file: string): number =>
  readFileSync(`examples/plugin/${file}`, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "").length;

describe("the plugin", () => {
  it("is a fact and a check in less than 25 lines, and its test", () => {
    expect(linesOf("owner.ts")).toBeLessThan(25);
    expect(linesOf("owner.test.ts")).toBeLessThan(25);
    expect(plugin.checks?.map(({ id }) => id)).toEqual(["acme/owner"]);
    expect(plugin.reporters).toEqual([chat]);
    expect(config.plugins).toEqual(["./index.ts"]);
  });

  it("judges and reports beside the built-in checks", async () => {
    let written = "";
    const write = (text: string): void => void (written += text);
    const reporter = chat.open({ write, columns: 80, colour: false, ascii: false, links: false }, {});
    const { summary } = await audit({
      targets: ["example.com"],
      plugins: [plugin],
      only: ["acme/*", "mx/present"],
      checks: { "acme/owner": "fail" },
      net: worldNet({ zone: "example.com MX 10 mx1.example.com" }),
      reporters: [reporter],
    });
    expect(summary.exit).toBe(1);
    expect(written).toBe("example.com: no owner is named; nobody will answer for it (acme/owner)\n");
  });
});

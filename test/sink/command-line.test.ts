import { describe, expect, it } from "vitest";
import { parseCommandLine, parsePathLine, reversePathOf } from "../../src/sink/command-line.js";

describe("a command", () => {
  it.each([
    ["ehlo c.example ", { verb: "EHLO", rest: "c.example" }],
    ["QUIT", { verb: "QUIT", rest: "" }],
    ["", { verb: "", rest: "" }],
  ])("%j", (line, parsed) => {
    expect(parseCommandLine(line)).toEqual(parsed);
  });
});

describe("a path", () => {
  it.each([
    ["FROM:<a@example.com>", "a@example.com"],
    ["from: <a@example.com> SIZE=1", "a@example.com"],
    ["FROM:<>", ""],
    ['FROM:<"a b>"@example.com>', '"a b>"@example.com'],
    ["FROM:<@relay.example:a@example.com>", "a@example.com"],
    ["FROM:a@example.com", undefined],
    ["FROM:<a@example.com", undefined],
    ["FROM:<a@example.com>SIZE=1", undefined],
    ["FROM:<\u00e4@example.com>", undefined],
    ["TO:<a@example.com>", undefined],
  ])("%s", (rest, path) => {
    const line = parsePathLine(rest, "FROM");
    expect(line && reversePathOf(line)).toBe(path);
  });

  it("has parameters", () => {
    expect(parsePathLine("FROM:<a@example.com> size=10  Body=8BITMIME X", "FROM")?.parameters).toEqual([
      ["SIZE", "10"],
      ["BODY", "8BITMIME"],
      ["X", ""],
    ]);
  });
});

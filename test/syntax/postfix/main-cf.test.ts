import { describe, expect, it } from "vitest";
import { readMainCf } from "../../../src/syntax/postfix/main-cf.js";

const values = (text: string): Record<string, string> =>
  Object.fromEntries(readMainCf(text).settings.map(({ name, value }) => [name, value]));

describe("main.cf", () => {
  it.each([
    ["a = b", { a: "b" }],
    ["a=b", { a: "b" }],
    ["a =", { a: "" }],
    ["a = b = c", { a: "b = c" }],
    ["a = b\n  c\n\td", { a: "b c d" }],
    ["a = b,\n# inside\n\n   \n  c", { a: "b, c" }],
    ["  # first\na = b", { a: "b" }],
    ["a = # is no comment here", { a: "# is no comment here" }],
    ["a =\r\n  b\r\n", { a: "b" }],
    ["a =   b   c  ", { a: "b c" }],
    ["", {}],
  ])("%j", (text, found) => expect(values(text)).toEqual(found));

  it("keeps each setting with its line, in order", () => {
    expect(readMainCf("# c\na = 1\n  2\nb = 3\na = 4").settings).toEqual([
      { name: "a", value: "1 2", line: 2 },
      { name: "b", value: "3", line: 4 },
      { name: "a", value: "4", line: 5 },
    ]);
  });

  it.each([
    ["  a = b\nc = d", 1],
    ["a", 1],
    ["= b", 1],
    ["a = b\nsoft bounce = no", 2],
  ])("faults of %j", (text, line) => expect(readMainCf(text).faults.map((one) => one.line)).toEqual([line]));

  it("survives what is no text", () => {
    expect(readMainCf("\0\u001b[31m = \u202e\0\n\xff").faults).toHaveLength(1);
    expect(readMainCf(`a = ${"x ".repeat(500_000)}`).settings).toHaveLength(1);
    expect(readMainCf(`a = b\n${" c\n".repeat(300_000)}`).settings).toHaveLength(1);
  });
});

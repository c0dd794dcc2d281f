import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/usage.js";
import type { Document } from "../../src/zones/document.js";
import { readJson } from "../../src/zones/json.js";
import { Branch, isList, type Tree } from "../../src/zones/tree.js";
import { readYaml } from "../../src/zones/yaml.js";
import { octetsOf } from "./shown.js";

const source = (text: string, file = "a.json") => ({ file, octets: octetsOf(text) });
const roots = (document: Document): readonly Tree[] => document.read((all) => all);

function plain(tree: Tree | undefined): unknown {
  if (isList(tree)) return tree.map(plain);
  if (tree instanceof Branch) return Object.fromEntries(tree.keys.map((key) => [key, plain(tree.get(key))]));
  return tree;
}

function problem(read: typeof readJson, text: string): string {
  try {
    read(source(text));
    return "none";
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.problems.map(({ line, column, text: what }) => `${line}:${column} ${what}`).join("; ");
  }
}

describe("JSON", () => {
  it("is read as this language reads it", () =>
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false } as fc.JsonSharedConstraints), fc.nat(3), (text, indent) => {
        const again = JSON.stringify(JSON.parse(text), null, indent);
        fc.pre(!again.includes("__proto__"));
        expect(plain(roots(readJson(source(again)))[0])).toEqual(JSON.parse(again));
      }),
    ));

  it("knows where its maps are", () => {
    const document = readJson(source('{\n  "a": [\n    {"b": 1}, {}\n  ]\n}'));
    const [first, second] = document.readMap((top) => top.maps("a"));
    expect(document.placeOf(first!)).toEqual({ file: "a.json", line: 3, column: 5 });
    expect(document.placeOf(second!)).toEqual({ file: "a.json", line: 3, column: 15 });
  });

  it("has keys of any name, and none that it does not have", () => {
    const text = '{"__proto__": {"x": 1}, "constructor": {"prototype": 2}, "toString": "t"}';
    const top = readJson(source(text)).readMap((map) => map);
    expect(top.keys).toEqual(["constructor", "toString"]);
    expect(top.get("x")).toBeUndefined();
    expect(top.get("hasOwnProperty")).toBeUndefined();
    expect(top.text("toString")).toBe("t");
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it.each([
    ["", "1:1 the JSON ends too early"],
    ['{"a": 1', "1:8 the JSON ends too early"],
    ["{a: 1}", "1:2 no JSON"],
    ['{"a" 1}', "1:6 no JSON"],
    ['{"a": 1,}', "1:9 no JSON"],
    ["[1\n,]", "2:2 no JSON"],
    ["[01]", "1:3 no JSON"],
    ["[1] 2", "1:5 more after the end of the JSON"],
    ['["\n"]', "1:2 a string without its end"],
    ['["', "1:2 a string without its end"],
    ['["\\x"]', "1:2 a string with an escape that is none"],
    ["[".repeat(100_000), "1:201 more than 200 levels"],
    ['{"a":'.repeat(100_000), "1:1001 more than 200 levels"],
  ])("%j is none", (text, what) => expect(problem(readJson, text)).toBe(what));

  it("in UTF-16 is refused", () => expect(() => readJson({ file: "a", octets: "\xff\xfe{\0}\0" })).toThrow(UsageError));

  it("keeps large numbers and long strings", () => {
    const text = `[1e999, -1e999, 12345678901234567890, "${"x".repeat(1_000_000)}"]`;
    expect(plain(roots(readJson(source(text)))[0])).toEqual(JSON.parse(text));
  });
});

describe("YAML", () => {
  it.each<[string, unknown[]]>([
    ["a: 1\nb: [yes, ~, null, '']\n", [{ a: "1", b: ["yes", null, null, ""] }]],
    ["a: 1\n---\nb: 2\n", [{ a: "1" }, { b: "2" }]],
    [
      "a: !Ref x\nb: !Sub '${y}'\nc: !GetAtt [z, Id]\n",
      [{ a: { Ref: "x" }, b: { "Fn::Sub": "${y}" }, c: { "Fn::GetAtt": ["z", "Id"] } }],
    ],
    ["a: &x [1]\nb: *x\n", [{ a: ["1"], b: ["1"] }]],
    ["a: &x [*x]\n", [{ a: [null] }]],
    ["__proto__: {x: 1}\nconstructor: 2\n", [{ constructor: "2" }]],
    ["? [a]\n: 1\n", [{ "": "1" }]],
    ["", []],
  ])("%j", (text, value) => expect(roots(readYaml(source(text))).map(plain)).toEqual(value));

  it("of aliases of aliases is as large as it is written", () => {
    const lines = Array.from(
      { length: 60 },
      (_, at) => `a${at}: &a${at} [${at === 0 ? "x" : `*a${at - 1}, *a${at - 1}`}]`,
    );
    const [top] = roots(readYaml(source(lines.join("\n"))));
    expect((top as Branch).keys).toHaveLength(60);
  });

  it.each([
    ["a: [", "1:5 Flow sequence in block collection must be sufficiently indented and end with a ]"],
    ["x".repeat(3 * 1024 * 1024), "undefined:undefined more than 2097152 octets"],
  ])("that is none", (text, what) => expect(problem(readYaml, text)).toBe(what));

  it.each([`a: ${"[".repeat(50_000)}`, `a: ${"[".repeat(50_000)}${"]".repeat(50_000)}`])("too deep", (text) =>
    expect(problem(readYaml, text)).not.toBe("none"),
  );
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isHostName, isWithin, labelsOf, nameFault, nameOf, parentOf } from "../../src/syntax/domain-name.js";

describe("labels", () => {
  it.each([
    ["example.com", ["example", "com"]],
    ["example.com.", ["example", "com"]],
    [".", []],
    ["a..b", ["a", "", "b"]],
    [".a", ["", "a"]],
    ["a\\.b.c", ["a.b", "c"]],
    ["a\\046b.c", ["a.b", "c"]],
    ["a\\\\.c", ["a\\", "c"]],
  ])("%s", (name, labels) => expect(labelsOf(name)).toEqual(labels));

  it("come back from the name they make", () => {
    const label = fc.string({ minLength: 1, maxLength: 63, unit: "binary-ascii" }).map((text) => text.toLowerCase());
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 5 }), (labels) => {
        expect(labelsOf(nameOf(labels))).toEqual(labels);
      }),
    );
  });
});

describe("faults", () => {
  const long = "a".repeat(63);
  it.each([
    ["example.com", undefined],
    [long, undefined],
    [`${long}a.com`, "a label of 64 octets; 63 are allowed"],
    ["a..com", "an empty label"],
    ["", "no label"],
    [`${long}.${long}.${long}.${"a".repeat(61)}`, undefined],
    [`${long}.${long}.${long}.${"a".repeat(62)}`, "254 octets; 253 are allowed"],
  ])("%s", (name, fault) => expect(nameFault(name)).toBe(fault));
});

describe("host names", () => {
  it.each([
    ["mx1.example.com", true],
    ["xn--bcher-kva.example", true],
    ["1.2.3.4", true],
    ["_dmarc.example.com", false],
    ["-a.example", false],
    ["a-.example", false],
    ["b\u00fccher.example", false],
    ["a b.example", false],
  ])("%s %s", (name, is) => expect(isHostName(name)).toBe(is));
});

describe("where a name stands", () => {
  it.each([
    ["a.example.com", "example.com", true],
    ["EXAMPLE.com", "example.COM.", true],
    ["badexample.com", "example.com", false],
    ["com", "example.com", false],
    ["a\\.example.com", "example.com", false],
    ["example.com", ".", true],
  ])("%s within %s: %s", (name, above, is) => expect(isWithin(name, above)).toBe(is));

  it("one label up", () => {
    expect(parentOf("a.example.com")).toBe("example.com");
    expect(parentOf("com")).toBeUndefined();
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalName, wireName } from "../../../src/net/dns/name.js";
import { names } from "./records.js";

describe("a name", () => {
  it.each([
    ["example.com", "example.com"],
    ["Example.COM.", "example.com"],
    [".", "."],
    ["", "."],
    ["a\\.b.example", "a\\.b.example"],
    ["a\\046b.example", "a\\.b.example"],
    ["\\097.example", "a.example"],
    ["\\000.example", "\\000.example"],
    ["a b.example", "a\\032b.example"],
    ["caf\u00e9.example", "caf\\233.example"],
    ["\u00c9.example", "\\201.example"],
    ["_dmarc.example.com", "_dmarc.example.com"],
    ["user@host.example", "user@host.example"],
    ['"quoted".example', "\\034quoted\\034.example"],
    ["\\\\.example", "\\\\.example"],
    ["example\\.", "example\\."],
    [`${"a".repeat(63)}.example`, `${"a".repeat(63)}.example`],
  ])("%s is %s", (written, canonical) => {
    expect(canonicalName(written)).toBe(canonical);
  });

  it.each([
    ["a..b", "it has an empty label"],
    [".example", "it has an empty label"],
    ["example..", "it has an empty label"],
    [`${"a".repeat(64)}.example`, "it has a label of more than 63 octets"],
    [Array(128).fill("a").join("."), "it has more than 255 octets"],
    ["\u4f8b.example", "it has what is no octet"],
    ["\\256.example", "it has what is no octet"],
    ["example\\", "it has what is no octet"],
  ])("%s is none", (written, why) => {
    expect(() => canonicalName(written)).toThrow(why);
  });

  it("has 255 octets at most", () => {
    const longest = Array(127).fill("a").join(".");
    expect(wireName(longest)).toHaveLength(255);
    expect(canonicalName(longest)).toBe(longest);
  });

  it("goes to the wire and back", () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(canonicalName(name)).toBe(name);
        expect(canonicalName(`${name === "." ? "" : name}.`)).toBe(name);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it("differs where its labels differ", () => {
    const spellings = ["a.b", "a\\.b", "a\\\\.b", "ab", "a\\000b"];
    expect(new Set(spellings.map(canonicalName)).size).toBe(spellings.length);
  });
});

import { array, assert, integer, property, string, stringMatching } from "fast-check";
import { describe, expect, it } from "vitest";
import { padEnd, padStart, shorten, width, wrap } from "../../src/view/width.js";

describe("width", () => {
  it.each([
    ["", 0],
    ["mx1.example.com", 15],
    ["Grüße", 5],
    ["e\u0301", 1],
    ["日本語", 6],
    ["한국", 4],
    ["ｆｕｌｌ", 8],
    ["✗ → …", 5],
    ["📬", 2],
  ])("of %j is %i", (text, columns) => expect(width(text)).toBe(columns));
});

describe("padding", () => {
  it("counts columns, not characters", () => {
    expect(padEnd("日本", 6)).toBe("日本  ");
    expect(padStart("日本", 6)).toBe("  日本");
    expect(padEnd("longer", 3)).toBe("longer");
  });
});

describe("shorten", () => {
  it.each([
    ["fits", 4, "fits"],
    ["include:_netblocks3.google.example", 20, "include:_n…e.example"],
    ["日本語のテスト", 7, "日…スト"],
    ["abc", 1, "…"],
  ])("%j to %i", (text, columns, shown) => expect(shorten(text, columns)).toBe(shown));
  it("takes the mark it is given", () => expect(shorten("abcdefghij", 7, "...")).toBe("ab...ij"));
});

describe("wrap", () => {
  it.each<[string, number, string[]]>([
    ["", 10, [""]],
    ["one two three", 7, ["one two", "three"]],
    ["one two three", 80, ["one two three"]],
    ["a  b", 10, ["a  b"]],
    ["日本 語の", 5, ["日本", "語の"]],
    ["x abcdefghijkl y", 6, ["x", "abc…kl", "y"]],
  ])("%j to %i", (text, columns, lines) => expect(wrap(text, columns)).toEqual(lines));

  it("never goes past the margin", () => {
    const text = array(string({ unit: "grapheme", minLength: 1, maxLength: 30 })).map((words) => words.join(" "));
    assert(
      property(text, integer({ min: 4, max: 60 }), (words, columns) => {
        for (const line of wrap(words, columns)) expect(width(line)).toBeLessThanOrEqual(columns);
      }),
    );
  });
  it("loses no word that fits", () => {
    const text = array(stringMatching(/^[a-z]{1,8}$/)).map((words) => words.join(" "));
    assert(
      property(text, (words) => {
        expect(wrap(words, 10).join(" ")).toBe(words);
      }),
    );
  });
});

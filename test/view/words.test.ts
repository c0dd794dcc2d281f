import { describe, expect, it } from "vitest";
import { urlOf } from "../../src/view/reference.js";
import { abridged, counted, due, duration, listed, moment, number } from "../../src/view/words.js";

describe("numbers in words", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [1_284, "1,284"],
    [1_000_000, "1,000,000"],
  ])("%i", (count, text) => expect(number(count)).toBe(text));

  it("with what is counted", () => {
    expect(counted(1, "check")).toBe("1 check");
    expect(counted(1_284, "domain")).toBe("1,284 domains");
    expect(counted(2, "address", "addresses")).toBe("2 addresses");
  });

  it.each([
    [0, "0.0 s"],
    [3_140, "3.1 s"],
    [33_000, "33.0 s"],
    [59_949, "59.9 s"],
    [59_950, "1 min 0 s"],
    [462_000, "7 min 42 s"],
    [3_900_000, "1 h 5 min"],
  ])("%i milliseconds", (ms, text) => expect(duration(ms)).toBe(text));

  it.each<[number, number, string]>([
    [0, 0, "now"],
    [0, 1, "then"],
    [300, 0, "after 5 min"],
    [7_199, 2, "after 120 min"],
    [86_400, 1, "after 24 hours"],
    [432_000, 1, "after 5 days"],
  ])("a step due %i seconds later", (wait, at, text) => expect(due(wait, at)).toBe(text));

  it("moments", () => expect(moment("2026-11-24T06:03:00.000Z")).toBe("2026-11-24 06:03 UTC"));
});

describe("lists in words", () => {
  it.each<[string[], string]>([
    [[], ""],
    [["smtp"], "smtp"],
    [["smtp", "tls"], "smtp and tls"],
    [["smtp", "tls", "cert"], "smtp, tls and cert"],
  ])("%j", (words, text) => expect(listed(words)).toBe(text));

  it("only the first few of many, never all but one", () => {
    expect(abridged(["a", "b", "c", "d"])).toBe("a, b, c and d");
    expect(abridged(["a", "b", "c", "d", "e"])).toBe("a, b, c and 2 more");
  });
});

describe("references", () => {
  it.each([
    ["RFC 7208 §4.6.4", "https://www.rfc-editor.org/rfc/rfc7208#section-4.6.4"],
    ["RFC 8461", "https://www.rfc-editor.org/rfc/rfc8461"],
    ["Google sender guidelines", undefined],
  ])("%s", (ref, url) => expect(urlOf(ref)).toBe(url));
});

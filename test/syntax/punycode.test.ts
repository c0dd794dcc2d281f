import { describe, expect, it } from "vitest";
import { encodePunycode } from "../../src/syntax/punycode.js";

describe("Punycode (RFC 3492 §7.1)", () => {
  it.each([
    ["", ""],
    ["Bach", "Bach-"],
    ["\u00fc", "tda"],
    ["b\u00fccher", "bcher-kva"],
    ["\u4ed6\u4eec\u4e3a\u4ec0\u4e48\u4e0d\u8bf4\u4e2d\u6587", "ihqwcrb4cv8a8dqg056pqjye"],
    ["3\u5e74B\u7d44\u91d1\u516b\u5148\u751f", "3B-ww4c5e180e575a65lsy2b"],
    ["-> $1.00 <-", "-> $1.00 <--"],
    ["\u{1f4e7}", "du8h"],
  ])("%s is %s", (text, encoded) => expect(encodePunycode(text)).toBe(encoded));
});

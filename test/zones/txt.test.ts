import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joined } from "../../src/syntax/record.js";
import { type DecodedText, decodeTxt, encodeTxt, type TextDialect } from "../../src/zones/txt.js";

const long = "x".repeat(300);
const cut = ["x".repeat(255), "x".repeat(45)];

describe("text as it is written", () => {
  it.each<[TextDialect, string, DecodedText]>([
    ["master", '"v=spf1 -all"', { strings: ["v=spf1 -all"] }],
    ["master", '"a\\; b" "c"', { strings: ["a; b", "c"] }],
    ["master", '"\\228"', { strings: ["\xe4"] }],
    ["master", "bare", { strings: ["bare"] }],
    [
      "master",
      "v=spf1 -all",
      { strings: ["v=spf1", "-all"], note: 'not in quotes, it is split at blanks, and is read as "v=spf1-all"' },
    ],
    [
      "master",
      `"${long}"`,
      { strings: [long], refused: 'a string of 300 octets; one holds 255, so write several, "…" "…"' },
    ],
    ["master", '"a', { strings: ["a"], refused: "a quote is never closed" }],
    ["master", "", { strings: [""], refused: "the text is empty" }],
    ["route53", '"a\\073 \\"b\\""', { strings: ['a; "b"'] }],
    ["route53", '"one""two" "three"', { strings: ["one", "two", "three"] }],
    ["route53", "v=spf1", { strings: ["v=spf1"], refused: "a part of the text is not in quotes" }],
    ["terraform-route53", "v=spf1 -all", { strings: ["v=spf1 -all"] }],
    ["terraform-route53", 'one""two', { strings: ["one", "two"] }],
    ["terraform-route53", 'one" "two', { strings: ["one", "two"] }],
    [
      "terraform-route53",
      '"v=spf1 -all"',
      { strings: ["v=spf1 -all"], note: "the provider puts quotes around the text by itself" },
    ],
    [
      "terraform-route53",
      long,
      { strings: [long], refused: 'a string of 300 octets; one holds 255, so write several, "…" "…"' },
    ],
    ["quoted", '"v=spf1 -all"', { strings: ["v=spf1 -all"] }],
    [
      "quoted",
      "v=spf1 -all",
      {
        strings: ["v=spf1", "-all"],
        note: 'not in quotes, it is split at blanks, and is read as "v=spf1-all"',
        refused: "the text is not in quotes",
      },
    ],
    [
      "google",
      "v=spf1 -all",
      { strings: ["v=spf1", "-all"], note: 'not in quotes, it is split at blanks, and is read as "v=spf1-all"' },
    ],
    ["google", '"a" "b"', { strings: ["a", "b"] }],
    ["either", "v=spf1 -all", { strings: ["v=spf1 -all"] }],
    ["either", '"v=spf1 " "-all"', { strings: ["v=spf1 ", "-all"] }],
    ["either", long, { strings: cut }],
    ["either", `"${long}"`, { strings: cut }],
    ["bare", '"v=spf1"', { strings: ['"v=spf1"'] }],
    ["bare", long, { strings: cut }],
    ["bare", "b\u00fccher", { strings: ["b\xc3\xbccher"] }],
  ])("%s %j", (dialect, written, decoded) => expect(decodeTxt(dialect, written)).toEqual(decoded));

  const octets = fc.string({
    unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
    maxLength: 255,
  });

  it.each<TextDialect>(["master", "route53", "terraform-route53", "quoted", "google", "either"])(
    "%s comes back, string by string",
    (dialect) =>
      fc.assert(
        fc.property(fc.array(octets, { minLength: 1, maxLength: 4 }), (strings) => {
          // An empty first string looks like the quotes that the provider puts there.
          fc.pre(dialect !== "terraform-route53" || strings[0] !== "");
          expect(decodeTxt(dialect, encodeTxt(dialect, strings)).strings).toEqual(strings);
        }),
      ),
  );

  it("bare comes back as one text", () =>
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 600 }), (text) => {
        const { strings } = decodeTxt("bare", text);
        expect(encodeTxt("bare", strings)).toBe(text);
        expect(strings.every(({ length }) => length <= 255)).toBe(true);
      }),
    ));

  it("whatever is written", () =>
    fc.assert(
      fc.property(
        fc.constantFrom<TextDialect>("master", "route53", "terraform-route53", "quoted", "google", "either", "bare"),
        fc.string({ unit: fc.constantFrom('"', "\\", " ", "1", "7", "a", ";") }),
        (dialect, written) => {
          const decoded = decodeTxt(dialect, written);
          expect(decoded.strings.length).toBeGreaterThan(0);
          expect(/[^\0-\xff]/.test(joined(decoded.strings))).toBe(false);
        },
      ),
    ));
});

import * as fc from "fast-check";
import { expect, it } from "vitest";
import { looksLikeBimi, parseBimi } from "../../src/syntax/bimi.js";

it("reads where the logo and its certificate are", () => {
  expect(parseBimi("v=BIMI1; l=https://example.com/a.svg; a=https://example.com/a.pem;")).toMatchObject({
    location: "https://example.com/a.svg",
    authority: "https://example.com/a.pem",
    faults: [],
  });
});

it("reads that a domain declines", () => {
  expect(parseBimi("v=BIMI1; l=;")).toMatchObject({ location: "", authority: null, faults: [] });
});

it.each(["", "v=BIMI2; l=", "l=; v=BIMI1", "v=bimi1; l="])("does not take %j", (text) =>
  expect(parseBimi(text)).toBeNull(),
);

it.each([
  ["v=BIMI1; l=http://example.com/a.svg", "l= is no https: address"],
  ["v=BIMI1; l=a.svg", "l= is no https: address"],
  ["v=BIMI1", "l= is missing"],
])("says what is wrong with %s", (text, message) =>
  expect(parseBimi(text)!.faults.map(({ message }) => message)).toEqual([message]),
);

it.each([
  ["v=bimi1; l=", true],
  ["v=BIMI2; l=", true],
  ["v=BIMI1; l=", false],
  ["v=spf1 -all", false],
])("%j was meant as a record: %s", (text, is) => expect(looksLikeBimi(text)).toBe(is));

it("never throws", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseBimi(`v=BIMI1;${text}`)));
});

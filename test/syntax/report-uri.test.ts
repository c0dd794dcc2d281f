import * as fc from "fast-check";
import { expect, it } from "vitest";
import { parseReportUris } from "../../src/syntax/report-uri.js";

it.each([
  ["mailto:a@Example.com", { uri: "mailto:a@Example.com", scheme: "mailto", host: "example.com" }],
  [
    "MAILTO:a%2Cb@example.com?subject=x",
    { uri: "MAILTO:a%2Cb@example.com?subject=x", scheme: "mailto", host: "example.com" },
  ],
  ["mailto:a@example.com!50M", { uri: "mailto:a@example.com", scheme: "mailto", host: "example.com", size: "50m" }],
  [
    "https://user@example.com:8443/x?y#z",
    { uri: "https://user@example.com:8443/x?y#z", scheme: "https", host: "example.com" },
  ],
])("reads %s", (text, uri) => expect(parseReportUris(text)).toEqual({ uris: [uri], faults: [] }));

it.each([
  ["", 0, "an address is missing"],
  ["mailto:a@example.com,", 21, "an address is missing"],
  ["mailto:a@example.com, b@example.com", 22, '"b@example.com" lacks mailto:'],
  ["mailto:", 0, '"mailto:" names no host to report to'],
  ["mailto:a@-x.example", 0, '"mailto:a@-x.example" names no host to report to'],
  ["https:/example.com", 0, '"https:/example.com" names no host to report to'],
  ["mailto:a!b@example.com", 0, '"mailto:a!b@example.com" holds a "!" that is not written %21'],
  ["example.com", 0, '"example.com" is no URI'],
  ["mailto:a%zz@example.com", 0, '"mailto:a%zz@example.com" is no URI'],
])("says what is wrong with %j", (text, at, message) =>
  expect(parseReportUris(text).faults).toEqual([{ at, message }]),
);

it("never throws", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseReportUris(text)));
  fc.assert(fc.property(fc.string(), (text) => void parseReportUris(`mailto:${text},https://${text}`)));
});

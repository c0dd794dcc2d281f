import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coversHost, looksLikeSts, parseStsPolicy, parseStsRecord } from "../../src/syntax/mta-sts.js";

const policy = (...lines: string[]): string => lines.map((line) => `${line}\r\n`).join("");
const good = ["version: STSv1", "mode: enforce", "mx: mail.example.com", "mx: *.Example.net", "max_age: 604800"];

describe("parseStsRecord", () => {
  it.each(["v=STSv1; id=20160831", "v=STSv1;id=1;", "v=STSv1 ;\tid=1; ext=x"])("takes %j", (text) =>
    expect(parseStsRecord(text)?.faults).toEqual([]),
  );
  it.each(["", "v=stsv1; id=1", " v=STSv1; id=1", "id=1; v=STSv1", "v=STSv1x; id=1", "v=spf1 -all"])(
    "does not take %j",
    (text) => expect(parseStsRecord(text)).toBeNull(),
  );
  it.each([
    ["v=STSv1", 7, "id= is missing"],
    ["v=STSv1; id=2016-08-31", 9, "id= is not 1 to 32 letters and digits"],
    [`v=STSv1; id=${"a".repeat(33)}`, 9, "id= is not 1 to 32 letters and digits"],
    ["v=STSv1; id=1; a b", 15, '"a b" is no field'],
    ["v=STSv1; id=1; a=b=c", 15, "a= holds a character that may not stand there"],
  ])("says what is wrong with %s", (text, at, message) =>
    expect(parseStsRecord(text)!.faults).toEqual([{ at, message }]),
  );
});

describe("parseStsPolicy", () => {
  it("reads a policy, with either end of a line", () => {
    const value = { mode: "enforce", maxAge: 604_800, mx: ["mail.example.com", "*.example.net"], faults: [] };
    expect(parseStsPolicy(policy(...good))).toEqual(value);
    expect(parseStsPolicy(good.join("\n"))).toEqual(value);
  });

  it("takes the first of several, and leaves unknown lines alone", () => {
    expect(parseStsPolicy(policy(...good, "mode: none", "future: x"))).toMatchObject({ mode: "enforce", faults: [] });
  });

  it("wants no mail host under none", () => {
    expect(parseStsPolicy("version: STSv1\nmode: none\nmax_age: 1\n").faults).toEqual([]);
    expect(parseStsPolicy("version: STSv1\nmode: testing\nmax_age: 1\n").faults).toMatchObject([
      { message: "mx is missing" },
    ]);
  });

  it.each([
    ["version: STSv1", "version: STSv2", "version: STSv2 is not valid"],
    ["mode: enforce", "mode: Enforce", "mode: Enforce is not valid"],
    ["max_age: 604800", "max_age: 31557601", "max_age: 31557601 is not valid"],
    ["max_age: 604800", "max_age: -1", "max_age: -1 is not valid"],
    ["mx: mail.example.com", "mx: *.*.example.com", "mx: *.*.example.com is no name of a host"],
    ["mx: mail.example.com", "mx mail.example.com", '"mx mail.example.com" is no line of a policy'],
  ])("with %s as %s", (from, to, message) => {
    const lines = good.map((line) => (line === from ? to : line));
    expect(parseStsPolicy(policy(...lines)).faults.map(({ message }) => message)).toEqual([message]);
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void [parseStsPolicy(text), parseStsRecord(text)]));
  });
});

it.each([
  ["v=stsv1; id=1", true],
  [" v = STSv1; id=1", true],
  ["“v=STSv1; id=1”", true],
  ["v=STSv1; id=1", false],
  ["v=spf1 -all", false],
])("%j was meant as a record: %s", (text, is) => expect(looksLikeSts(text)).toBe(is));

it.each([
  ["mx1.example.com", "MX1.example.com", true],
  ["mx1.example.com.", "mx1.example.com", true],
  ["*.example.com", "mx1.example.com", true],
  ["*.example.com", "example.com", false],
  ["*.example.com", "a.mx1.example.com", false],
  ["*.example.com", "mx1.example.com.evil.example", false],
  ["mx.*.com", "mx.example.com", false],
])("%s covers %s: %s", (pattern, host, is) => expect(coversHost(pattern, host)).toBe(is));

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editSpf } from "../../src/spf/edit.js";
import { parseSpf } from "../../src/syntax/spf.js";

const edited = (record: string, add: string[], remove: string[] = []): string => editSpf(record, { add, remove });

describe("terms are put in", () => {
  it.each([
    ["v=spf1 mx -all", ["include:b.example"], "v=spf1 mx include:b.example -all"],
    ["v=spf1 mx", ["ip4:192.0.2.1", "~all"], "v=spf1 mx ip4:192.0.2.1 ~all"],
    ["v=spf1 redirect=b.example", ["a"], "v=spf1 a redirect=b.example"],
    ["v=spf1 -all exp=e.example", ["a"], "v=spf1 a -all exp=e.example"],
    ["v=spf1 -all", ["exp=e.example"], "v=spf1 -all exp=e.example"],
    ["v=spf1", ["mx"], "v=spf1 mx"],
    ["v=spf1 mx -all ip4:192.0.2.1", ["a"], "v=spf1 mx a -all ip4:192.0.2.1"],
    ["v=spf1 -mx -all", ["mx"], "v=spf1 -mx mx -all"],
  ])("%s and %j", (record, add, expected) => expect(edited(record, add)).toBe(expected));
});

describe("terms are taken out", () => {
  it.each([
    ["v=spf1 mx include:B.example -all", "include:b.example", "v=spf1 mx -all"],
    ["v=spf1 +mx -all", "mx", "v=spf1 -all"],
    ["v=spf1 mx -all", "all", "v=spf1 mx"],
    ["v=spf1 ?mx mx -all", "mx", "v=spf1 ?mx -all"],
    ["v=spf1 mx foo -all", "foo", "v=spf1 mx -all"],
    ["v=spf1 mx x=1 -all", "x=1", "v=spf1 mx -all"],
  ])("%s without %s", (record, term, expected) => expect(edited(record, [], [term])).toBe(expected));

  it("and others put in for them", () => expect(edited("v=spf1 mx -all", ["~all"], ["-all"])).toBe("v=spf1 mx ~all"));
});

describe("what cannot be done is told", () => {
  it.each([
    [["ipv4:192.0.2.1"], [], 'there is no mechanism "ipv4"; "ip4" is meant'],
    [["include:b.example mx"], [], "more than one term"],
    [[""], [], "needs a term"],
    [["MX"], [], "MX is in the record already"],
    [["~all"], [], "the record ends with -all already"],
    [["redirect=b.example"], [], "would not count beside -all"],
    [["exp=b.example"], [], "the record has exp=e.example already"],
    [[], ["include:b.exampel"], 'no term "include:b.exampel" in the record. Did you mean include:b.example?'],
    [[], ["ptr"], 'no term "ptr" in the record.'],
  ])("%j %j", (add, remove, message) => {
    expect(() => edited("v=spf1 mx include:b.example -all exp=e.example", add, remove)).toThrow(message);
  });

  it("a fault that stays", () => {
    expect(() => edited("v=spf1 mx foo -all", ["a"])).toThrow(
      "a fault that has to go first: foo: there is no mechanism",
    );
  });
});

it("what is put in and taken out again leaves the record as it was", () => {
  const term = fc.constantFrom("a", "mx", "ip4:192.0.2.1", "include:b.example", "~ptr", "exists:%{i}.b.example", "x=1");
  fc.assert(
    fc.property(fc.uniqueArray(term, { maxLength: 5 }), term, fc.constantFrom([], ["-all"]), (terms, extra, ending) => {
      if (terms.includes(extra)) return;
      const record = edited("v=spf1", [...terms, ...ending]);
      const more = edited(record, [extra]);
      expect(parseSpf(more).faults).toEqual([]);
      expect(edited(more, [], [extra])).toBe(record);
    }),
  );
});

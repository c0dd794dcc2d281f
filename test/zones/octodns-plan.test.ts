import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { octodnsPlan } from "../../src/zones/octodns-plan.js";
import { octetsOf, problems, read } from "./shown.js";

/** What octodns-sync wrote of a move to another mail provider. */
const sample = readFileSync(new URL("../fixtures/zones/octodns-plan.json", import.meta.url), "latin1");

const planOf = (...changes: object[]): object => ({ main: { "example.com.": { changes, meta: null } } });
const a = (value: string): object => ({ ttl: 60, value });

describe("a plan of octoDNS", () => {
  it("has what there is and what there will be", () => {
    const [zone] = octodnsPlan.read({ file: "plan.json", octets: sample });
    expect(zone).toMatchObject({ origin: "example.com", completeness: "plan", notes: [] });
    expect(zone).not.toHaveProperty("view");
    expect(zone!.records.map(({ name, ttl, type }) => `${name} ${ttl} ${type}`)).toEqual([
      "selector1._domainkey.example.com 3600 CNAME",
      "example.com 300 MX",
      "example.com 3600 TXT",
      "example.com 3600 TXT",
      "_dmarc.example.com 3600 TXT",
    ]);
    expect(
      zone!.changes!.map(({ action, whole, line, before, after }) => [
        action,
        whole,
        line,
        before.length,
        after.length,
      ]),
    ).toEqual([
      ["delete", true, 5, 1, 0],
      ["create", true, 14, 0, 1],
      ["update", true, 23, 2, 1],
      ["update", true, 48, 2, 2],
      ["update", true, 61, 1, 1],
    ]);
    expect(zone!.changes![4]!.before[0]!.data).toEqual(["v=DMARC1; p=none; rua=mailto:dmarc@example.com"]);
  });

  it("for several targets has a view for each", () => {
    const changes = [{ type: "create", name: "a", record_type: "A", new: a("192.0.2.1") }];
    const plan = { one: { "example.com.": { changes } }, two: { "example.com.": { changes } } };
    const views = (target?: string) =>
      octodnsPlan
        .read({ file: "plan.json", octets: octetsOf(plan), ...(target && { target }) })
        .map(({ origin, view }) => [origin, view]);
    expect(views()).toEqual([
      ["example.com", "one"],
      ["example.com", "two"],
    ]);
    expect(views("two")).toEqual([["example.com", undefined]]);
  });

  it("of which the data cannot be known says so on either side", () => {
    const alias = { ttl: 60, value: "b.example.com." };
    const plan = planOf({ type: "update", name: "", record_type: "ALIAS", existing: alias, new: alias });
    expect(read(octodnsPlan, plan)).toMatchObject([
      {
        unknown: ["13 example.com A alias b.example.com", "13 example.com AAAA alias b.example.com"],
        changes: [
          [
            "update",
            "-? 9 example.com A alias b.example.com",
            "-? 9 example.com AAAA alias b.example.com",
            "+? 13 example.com A alias b.example.com",
            "+? 13 example.com AAAA alias b.example.com",
          ].join("\n"),
        ],
      },
    ]);
  });

  it.each<[what: string, plan: object, problem: string]>([
    ["nothing to change", {}, "undefined:undefined no change is planned in it"],
    ["a target that is none", { main: [] }, '1:1 "main" is no map'],
    ["a zone whose name is none", { main: { "a..": { changes: [] } } }, '3:10 "a.." is no name of a zone'],
    ["no type", planOf({ name: "a", record_type: "A" }), "5:5 a change without its type, record_type or name"],
    ["a name that is none", planOf({ type: "delete", name: "a..b", record_type: "A" }), '5:5 "a..b" is no name'],
    [
      "data that is none",
      planOf({ type: "create", name: "a", record_type: "A", new: a("x") }),
      '9:13 "x" is no IPv4 address',
    ],
  ])("with %s is refused", (_, plan, problem) => {
    expect(problems(octodnsPlan, plan).map((found) => found.slice(0, problem.length))).toEqual([problem]);
  });

  it("is read whatever is in a change, or it is said what is wrong", () => {
    const data = fc.oneof(
      fc.dictionary(
        fc.constantFrom("ttl", "value", "values", "octodns", "dynamic", "geo"),
        fc.jsonValue({ maxDepth: 3 }),
      ),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const type = fc.constantFrom("A", "TXT", "MX", "CNAME", "ALIAS", "LOC", "x", "__proto__");
    fc.assert(
      fc.property(
        type,
        fc.constantFrom("", "a", "*", "a..b", "\0"),
        data,
        data,
        (record_type, name, existing, other) => {
          const plan = planOf({ type: "update", name, record_type, existing, new: other });
          expect(Array.isArray(problems(octodnsPlan, plan))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    [sample, true],
    ['{"record_type": 1}', false],
  ])("is known by what is in it", (octets, is) => expect(octodnsPlan.detect({ file: "x", octets })).toBe(is));
});

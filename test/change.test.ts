import { describe, expect, it } from "vitest";
import { compared } from "../src/change.js";
import type { Finding, Level } from "../src/finding.js";
import type { Report, Result, Status } from "../src/result.js";

const finding = (level: Level, verdict: string, data: Finding["data"] = {}): Finding => ({
  level,
  verdict,
  text: verdict,
  data,
});
const result = (status: Status, findings: Finding[] = [], more: Partial<Result> = {}): Result => ({
  check: "spf/lookup-limit",
  subject: { kind: "domain", name: "example.com", domain: "example.com" },
  status,
  findings,
  ...more,
});
const report = (...results: Result[]): Report => ({ target: { domain: "example.com" }, results, causes: [] });
const measures = new Map([["spf/lookup-limit", "count"]]);

const states = (before: Result | undefined, after: Result): string[] => {
  const [one] = compared(report(after), report(...(before ? [before] : [])), measures).results;
  return [...one!.findings, ...(one!.fixed ?? [])].map(({ change, verdict }) => `${verdict} ${change ?? "-"}`);
};

describe("a finding after a change", () => {
  const exceeded = (count: number): Finding => finding("fail", "exceeded", { count });
  it.each<[string, Result | undefined, Result, string[]]>([
    ["was not there", result("pass", [finding("pass", "within")]), result("fail", [exceeded(11)]), ["exceeded new"]],
    ["of what was not there at all", undefined, result("fail", [exceeded(11)]), ["exceeded new"]],
    ["is as it was", result("fail", [exceeded(11)]), result("fail", [exceeded(11)]), ["exceeded unchanged"]],
    ["measures more", result("fail", [exceeded(11)]), result("fail", [exceeded(13)]), ["exceeded worsened"]],
    ["measures less", result("fail", [exceeded(13)]), result("fail", [exceeded(11)]), ["exceeded improved"]],
    ["is worse", result("warn", [finding("warn", "near")]), result("fail", [exceeded(11)]), ["exceeded worsened"]],
    ["is better", result("fail", [exceeded(11)]), result("warn", [finding("warn", "near")]), ["near improved"]],
    [
      "lists something else",
      result("warn", [finding("warn", "unknown", { tags: ["a"] })]),
      result("warn", [finding("warn", "unknown", { tags: ["b"] })]),
      ["unknown worsened"],
    ],
    [
      "lists more and measures less",
      result("fail", [finding("fail", "exceeded", { count: 12, terms: ["a"] })]),
      result("fail", [finding("fail", "exceeded", { count: 11, terms: ["a", "b"] })]),
      ["exceeded improved"],
    ],
    [
      "lists less, in another order",
      result("warn", [finding("warn", "unknown", { tags: ["a", "b", "c"] })]),
      result("warn", [finding("warn", "unknown", { tags: ["c", "a"] })]),
      ["unknown unchanged"],
    ],
    [
      "is gone",
      result("fail", [exceeded(11)]),
      result("pass", [finding("pass", "within")]),
      ["within -", "exceeded fixed"],
    ],
    ["of what was unknown", result("inconclusive"), result("fail", [exceeded(11)]), ["exceeded unknown"]],
    [
      "that was waived",
      result("skip", [{ ...exceeded(11), borne: { by: "comment", reason: "r", until: "2027-01-01" } }], {
        skipped: "waived",
      }),
      result("fail", [exceeded(11)]),
      ["exceeded unsuppressed"],
    ],
  ])("%s", (_, before, after, expected) => {
    expect(states(before, after)).toEqual(expected);
  });

  it("is not fixed by becoming unknown", () => {
    expect(states(result("fail", [exceeded(11)]), result("inconclusive"))).toEqual([]);
  });

  it("takes the place of no other: one mended and one made are two", () => {
    const of = (term: string): Finding => finding("fail", "unresolved", { term });
    const both = states(result("fail", [of("a"), of("b")]), result("fail", [of("b"), of("c")]));
    expect(both).toEqual(["unresolved unchanged", "unresolved new", "unresolved fixed"]);
  });
});

import { expect, it } from "vitest";
import { complianceOf, openQuestions, scored, standing } from "../../src/view/compliance.js";
import type { Profile } from "../../src/preset.js";
import type { Requirement } from "../../src/requirement.js";
import type { Outcome, State } from "../../src/roll-up.js";

const required = (id: string, more: Partial<Requirement> = {}): Requirement => ({ id, text: id, of: "all", ...more });
const profileOf = (requirements: Requirement[]): Profile => ({
  name: "acme",
  title: "",
  heading: "Acme",
  source: { title: "", date: "2026-01-01" },
  checks: {},
  requirements,
});
const stands = (requirement: string, state: State, reason?: string): Outcome => ({
  requirement,
  state,
  ...(reason && { reason }),
  grounds: [],
});
const toldOf = (requirements: Requirement[], outcomes: Outcome[]): string =>
  standing(complianceOf([profileOf(requirements)], outcomes)[0]!);

it("counts, with the codes of what is not met", () => {
  const codes = ["5.7.26", "4.7.26"];
  const requirements = [required("a", { codes }), required("b", { codes: ["5.7.1"] }), required("c"), required("d")];
  const outcomes = [
    stands("a", "not met"),
    stands("b", "met"),
    stands("c", "cannot tell"),
    stands("d", "does not apply"),
  ];
  expect(toldOf(requirements, outcomes)).toBe("1 met, 1 not met (4.7.26, 5.7.26), 1 cannot tell, 1 does not apply");
  expect(toldOf([required("a"), required("b")], [stands("a", "does not apply"), stands("b", "does not apply")])).toBe(
    "2 do not apply",
  );
});

it("says nothing of a report that was not rolled up", () => {
  expect(complianceOf([profileOf([required("a")])])).toEqual([]);
});

it("says once what several wait for", () => {
  const requirements = ["a", "b", "c"].map((id) => required(id));
  const outcomes = [
    stands("a", "cannot tell", "needs a message"),
    stands("b", "cannot tell", "nobody answered"),
    stands("c", "cannot tell", "needs a message"),
  ];
  const [compliance] = complianceOf([profileOf(requirements)], outcomes);
  const told = openQuestions(compliance!).map(({ reason, requirements: of }) => [reason, of.map(({ id }) => id)]);
  expect(told).toEqual([
    ["needs a message", ["a", "c"]],
    ["nobody answered", ["b"]],
  ]);
});

const weighed = (id: string, part: string, points: number): Requirement => required(id, { weight: { part, points } });

it.each<[string, State[], string]>([
  ["all is met", ["met", "met", "met"], "100 of 100"],
  ["nothing is", ["not met", "not met", "not met"], "0 of 100"],
  ["parts weigh alike, whatever their points", ["met", "not met", "not met"], "37 of 100"],
  ["a range, where something is unknown", ["met", "cannot tell", "met"], "87 to 100 of 100"],
  ["what does not apply is left out", ["met", "does not apply", "met"], "100 of 100"],
])("a predicted score: %s", (_name, [a, b, c], expected) => {
  const requirements = [weighed("a", "one", 30), weighed("b", "one", 10), weighed("c", "two", 5)];
  const outcomes = [stands("a", a!), stands("b", b!), stands("c", c!)];
  expect(scored(complianceOf([profileOf(requirements)], outcomes)[0]!.score!)).toBe(expected);
});

it("a part of which nothing applies weighs nothing", () => {
  const outcomes = [stands("a", "met"), stands("b", "does not apply")];
  const requirements = [weighed("a", "one", 10), weighed("b", "two", 10)];
  expect(toldOf(requirements, outcomes)).toBe("1 met, 1 does not apply; predicted score 100 of 100");
});

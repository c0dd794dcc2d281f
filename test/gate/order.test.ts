import { describe, expect, it } from "vitest";
import { Order } from "../../src/gate/order.js";
import type { Stage } from "../../src/finding.js";
import type { Report } from "../../src/result.js";

const report = (...all: Stage[][]): Report => ({
  results: all.map((stages, at) => ({
    check: `change/${at}`,
    subject: { kind: "zone", name: "example.com", domain: "example.com" },
    status: "fail",
    findings: [{ verdict: "x", level: "fail", text: "x", data: {}, stages }],
  })),
  causes: [],
});
const order = (...all: Stage[][]): [number, string[]][] => {
  const found = new Order();
  found.add(report(...all));
  return found.steps().map(({ wait, what }) => [wait, what]);
};
const stage = (text: string, wait = 0): Stage => ({ text, wait });

describe("a safe order", () => {
  it("does what several want once, when all before it is done, after the longest wait", () => {
    expect(
      order([stage("lower"), stage("move", 86_400), stage("raise", 300)], [stage("move"), stage("remove", 3_600)]),
    ).toEqual([
      [0, ["lower"]],
      [86_400, ["move"]],
      [3_600, ["raise", "remove"]],
    ]);
  });

  it("ends where two want the opposite of each other", () => {
    const steps = order([stage("a"), stage("b")], [stage("b"), stage("a")]);
    expect(new Set(steps.flatMap(([, what]) => what))).toEqual(new Set(["a", "b"]));
  });

  it("is empty where nothing speaks against the change", () => expect(order()).toEqual([]));
});

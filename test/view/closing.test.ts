import type { Status, Summary } from "mailworthy";
import { describe, expect, it } from "vitest";
import { closing, lastLine } from "../../src/view/closing.js";
import { exitCode, noCounts } from "../../src/result.js";
import { countsOf } from "../../src/view/view.js";

const none = countsOf([]);
const ended = (of: Partial<Record<Status, number>>, more: Partial<Summary> = {}): Summary => {
  const counts = { ...none, ...of };
  return {
    format: 1,
    tool: "mailworthy 0.0.0",
    at: "2026-11-24T06:03:00.000Z",
    took: 3_140,
    targets: 1,
    messages: 0,
    counts,
    domains: none,
    causes: [],
    interrupted: false,
    exit: exitCode(counts),
    ...more,
  };
};
const cause = (id: string, results: number) => ({ id, text: id, results, domains: 1 });
const many = { targets: 1_284, domains: { pass: 90, skip: 904, warn: 212, inconclusive: 41, fail: 37 } };
const said = (summary: Summary, total?: number): string => {
  const { word, counts, exit } = closing(summary, total);
  return `${word}: ${counts}: ${exit}`;
};

describe("how a run ended", () => {
  it.each<[string, Summary, string, number?]>([
    ["all well", ended({ pass: 56, skip: 4 }), "Healthy: 56 pass, 4 do not apply: exit 0"],
    ["warned", ended({ pass: 5, warn: 1 }), "Warning: 1 warn, 5 pass: exit 0"],
    ["warned, strictly", ended({ warn: 1 }, { exit: 1 }), "Failing: 1 warn: exit 1"],
    ["failed", ended({ fail: 2, inconclusive: 1, pass: 4 }), "Failing: 2 fail, 1 unknown, 4 pass: exit 1"],
    ["unknown", ended({ inconclusive: 2 }, { causes: [cause("a", 1)] }), "Unknown: 2 unknown: exit 3"],
    [
      "by one cause",
      ended({ inconclusive: 2 }, { causes: [cause("a", 2)] }),
      "Unknown: 2 unknown by one cause: exit 3",
    ],
    [
      "by two causes",
      ended({ inconclusive: 2 }, { causes: [cause("a", 1), cause("b", 1)] }),
      "Unknown: 2 unknown by 2 causes: exit 3",
    ],
    ["nothing judged", ended({}), "Nothing: was judged: exit 2"],
    ["many", ended({ fail: 50 }, many), "Failing: 37 of 1,284 domains; 41 unknown, 212 warn: exit 1"],
    [
      "many, all well",
      ended({ pass: 50 }, { targets: 2, domains: { ...none, skip: 2 } }),
      "Healthy: 2 domains: exit 0",
    ],
    [
      "many messages",
      ended({ fail: 50 }, { ...many, messages: 1_284 }),
      "Failing: 37 of 1,284 messages; 41 unknown, 212 warn: exit 1",
    ],
    [
      "domains and messages, all well",
      ended({ pass: 50 }, { targets: 3, messages: 1, domains: { ...none, pass: 3 } }),
      "Healthy: 3 targets: exit 0",
    ],
    [
      "stopped",
      ended({ fail: 50 }, { ...many, targets: 412, interrupted: true, exit: 130 }),
      "Stopped: 412 of 1,284 domains judged; 37 of 412 domains; 41 unknown, 212 warn: exit 130",
      1_284,
    ],
  ])("%s", (_, summary, text, total) => expect(said(summary, total)).toBe(text));
});

describe("the last line", () => {
  const out = { columns: 80, colour: false, ascii: false, links: false };
  it("ends at the right margin", () => {
    const line = lastLine(ended({ pass: 56, skip: 4 }), out);
    expect(line).toHaveLength(80);
    expect(line).toMatch(/^Healthy {2}56 pass, 4 do not apply {2,}3\.1 s {2}exit 0$/);
  });
  it("is two lines where one is too narrow", () => {
    expect(lastLine(ended({ fail: 1, warn: 1, pass: 41 }), { ...out, columns: 40 })).toBe(
      "Failing  1 fail, 1 warn, 41 pass\n3.1 s  exit 1",
    );
  });
  it("is coloured where colour is wanted, and as wide", () => {
    const line = lastLine(ended({ pass: 56 }), { ...out, colour: true });
    // oxlint-disable-next-line no-control-regex
    expect(line.replace(/\u001b\[[\d;]*m/g, "")).toHaveLength(80);
    expect(line.startsWith("\u001b[1;36mHealthy")).toBe(true);
  });
});

describe("the exit code where targets are waited for", () => {
  it.each([
    ["none came, though the run's own checks were made", { pass: 3 }, { came: 0, due: 1 }, 2],
    ["all came", { pass: 3 }, { came: 2, due: 2 }, 0],
    ["as many as wished came", { pass: 3 }, { came: 2, due: 0 }, 0],
    ["some stayed away", { pass: 3 }, { came: 1, due: 2 }, 3],
    ["some stayed away and others fail", { fail: 3 }, { came: 1, due: 2 }, 1],
  ])("%s", (_, counts, awaited, exit) => {
    expect(exitCode({ ...noCounts(), ...counts }, { awaited })).toBe(exit);
  });
});

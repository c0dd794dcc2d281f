import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { left, lines, logLine, Progress, type State } from "../../src/cli/progress.js";
import { noCounts } from "../../src/result.js";
import { width } from "../../src/view/width.js";

const out = { columns: 80, colour: false, ascii: false, links: false };
const counts = { ...noCounts(), fail: 14, inconclusive: 9, warn: 63 };
const many: State = {
  took: 151_000,
  done: 412,
  total: 1284,
  counts,
  waiting: [{ what: "mx.hostco.example:25", for: 2_100 }],
};

it("two lines for many domains", () => {
  expect(lines(many, out)).toEqual([
    `  ${"━".repeat(14)}${"─".repeat(30)}  412 of 1,284  ✗ 14  ? 9  ! 63`,
    "  2:31, about 5:20 left · waiting  mx.hostco.example:25 2.1 s",
  ]);
});

it("two lines for one domain", () => {
  const one: State = {
    ...many,
    took: 1_400,
    done: 31,
    total: 47,
    domain: "northwind.example",
    counts: { ...counts, inconclusive: 0, fail: 1, warn: 2 },
  };
  const [first, second] = lines(one, out);
  expect(first).toMatch(/^ {2}northwind\.example {2}31 of 47 {2}✗ 1 {2}! 2 +1\.4 s$/);
  expect(width(first!)).toBe(79);
  expect(second).toBe("  waiting  mx.hostco.example:25 2.1 s");
});

it.each([20, 40, 60, 80, 120, 200])("never wider than %i columns", (columns) => {
  const crowded = {
    ...many,
    waiting: Array.from({ length: 3 }, (_, at) => ({ what: `${"long".repeat(20)}${at}.example`, for: 1 })),
  };
  for (const state of [crowded, { ...crowded, domain: "a".repeat(60) }]) {
    const [first, second] = lines(state, { ...out, columns });
    if (columns >= 80) expect(width(first!)).toBeLessThan(columns);
    expect(width(second!)).toBeLessThan(columns);
  }
});

it("in ASCII", () => {
  expect(lines(many, { ...out, ascii: true }).join("")).toMatch(/^[ -~]*$/);
});

it("hostile names stay text", () => {
  expect(lines({ ...many, waiting: [{ what: "\u001b[2J", for: 1 }] }, out).join("")).not.toContain("\u001b");
});

it("a line for a log", () => {
  expect(logLine(many)).toBe("mailworthy: 412/1284 targets, 14 fail, 9 inconclusive, 151 s, ~320 s left");
});

it.each([
  ["before a twentieth", { ...many, done: 10 }, undefined],
  ["before ten seconds", { ...many, took: 9_000 }, undefined],
  ["without a total", { took: 151_000, done: 3, counts, waiting: [] }, undefined],
  ["half way", { ...many, done: 642 }, 151_000],
])("what is left: %s", (_name, state, expected) => {
  expect(left(state)).toBe(expected);
});

describe("on a stream", () => {
  const written: string[] = [];
  const stream = (tty: boolean) => ({ tty, write: async (text: string) => void written.push(text) });
  const start = { tool: "", at: "", checks: [], profiles: [], total: 2, settings: [] };
  beforeEach(() => {
    written.length = 0;
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  it("draws after 300 ms, ten times a second at most, and leaves nothing", async () => {
    const progress = new Progress(stream(true), out, () => []);
    progress.start(start);
    await vi.advanceTimersByTimeAsync(250);
    expect(written).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    const frames = written.filter((text) => text.includes("─")).length;
    expect(frames).toBeGreaterThan(3);
    expect(frames).toBeLessThanOrEqual(10);
    progress.end();
    expect(written.at(-1)).toBe("\r\u001b[1A\u001b[2K\u001b[1A\u001b[2K");
    const count = written.length;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(written).toHaveLength(count);
  });

  it("writes a line every 30 s where nothing can be redrawn", async () => {
    const progress = new Progress(stream(false), out, () => []);
    progress.start(start);
    await vi.advanceTimersByTimeAsync(65_000);
    progress.end();
    expect(written).toHaveLength(2);
    expect(written.join("")).not.toContain("\u001b");
  });
});

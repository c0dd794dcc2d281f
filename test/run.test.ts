import { describe, expect, it } from "vitest";
import { defineCheck, fail, pass, warn } from "../src/check.js";
import { absent, defineFact, maybe } from "../src/fact.js";
import { NetError } from "../src/net/net.js";
import { planned, type Plan } from "../src/plan.js";
import type { Report, Result, Summary } from "../src/result.js";
import { run } from "../src/run.js";
import { type World, worldNet } from "../src/testing/index.js";

const text = defineFact({
  id: "t/text",
  of: "domain",
  gather: async (name, { dns }) => (await dns(name, "TXT")).records.map(({ data }) => data.join("")),
});
const check = defineCheck({
  id: "t/colour",
  on: "domain",
  title: "The domain is green",
  why: "Red is for stop.",
  fix: "Paint it green.",
  needs: { text },
  verdicts: { green: pass("{word}"), amber: warn("amber"), red: fail("red") },
  judge({ text: [word = ""] }, say) {
    if (word === "throw") throw new Error("oops");
    return word === "red" ? say.red() : word === "amber" ? say.amber() : say.green({ word });
  },
});

async function judged(
  world: World,
  plan: Partial<Plan> = {},
  stop?: AbortSignal,
): Promise<{ reports: Report[]; results: Result[]; summary: Summary }> {
  const reports: Report[] = [];
  const landed: Result[] = [];
  const summary = await run(
    { checks: [planned(check)], targets: [{ domain: "a.example" }], ...plan },
    worldNet(world),
    [{ report: (report) => void reports.push(report), result: (result) => void landed.push(result) }],
    stop,
  );
  const results = reports.flatMap((report) => report.results);
  expect(landed).toHaveLength(results.length);
  return { reports, results, summary };
}

describe("a run", () => {
  it.each([
    ["green", "pass", 0],
    ["amber", "warn", 0],
    ["red", "fail", 1],
    ["throw", "inconclusive", 3],
  ])("judges %s as %s and exits %i", async (word, status, exit) => {
    const { results, summary } = await judged({ zone: `a.example TXT "${word}"` });
    expect(results).toMatchObject([
      { check: "t/colour", status, subject: { kind: "domain", name: "a.example", domain: "a.example" } },
    ]);
    expect(summary).toMatchObject({ exit, targets: 1, interrupted: false });
  });

  it("says that a check that throws broke itself", async () => {
    expect((await judged({ zone: `a.example TXT "throw"` })).results[0]!.reason).toBe("the check itself broke: oops");
  });

  it("never fails or passes what could not be learnt, and tells the cause once", async () => {
    const { results, reports, summary } = await judged({ zone: "a.example TXT !servfail" });
    expect(results).toMatchObject([
      {
        status: "inconclusive",
        reason: "SERVFAIL for a.example TXT from 192.0.2.53",
        cause: "dns a.example",
        findings: [],
      },
    ]);
    expect(reports[0]!.causes).toEqual([{ id: "dns a.example", text: "192.0.2.53 gives no answer for a.example" }]);
    expect(summary).toMatchObject({ exit: 3, causes: [{ id: "dns a.example", results: 1, domains: 1 }] });
  });

  it("skips a check whose role the domain lacks, and says where the role comes from", async () => {
    const sends = { ...planned({ ...check, role: "sends" }) };
    const zone = `a.example MX 0 .\na.example TXT "v=spf1 -all"`;
    expect((await judged({ zone }, { checks: [sends] })).results).toMatchObject([
      { status: "skip", reason: "does not send (inferred: a.example accepts no mail (null MX); SPF lets nobody send)" },
    ]);
    const declared = await judged(
      { zone },
      { checks: [sends], targets: [{ domain: "a.example", role: ["receives"] }] },
    );
    expect(declared.results).toMatchObject([{ status: "skip", reason: "does not send (declared)" }]);
  });

  it.each([
    [
      "address",
      `a.example MX 10 mx.a.example\nmx.a.example A 192.0.2.1\nmx.a.example AAAA 2001:db8::1`,
      ["192.0.2.1", "2001:db8::1"],
    ],
    ["host", `a.example MX 10 mx.a.example\na.example MX 20 mx2.a.example`, ["mx.a.example", "mx2.a.example"]],
  ] as const)("runs a check on each %s", async (on, zone, names) => {
    const each = defineCheck({
      ...check,
      id: "t/each",
      on,
      needs: {},
      judge: (_, say, { subject }) => say.green({ word: subject.name }),
    });
    expect((await judged({ zone }, { checks: [planned(each)] })).results.map(({ subject }) => subject.name)).toEqual(
      names,
    );
  });

  it.each([
    ["a.example MX 0 .", "skip", "a.example accepts no mail (null MX)"],
    ["a.example MX !timeout", "inconclusive", "no answer for a.example MX from 192.0.2.53"],
  ])("gives one result where a kind has no subject: %s", async (zone, status, reason) => {
    const each = defineCheck({ ...check, id: "t/each", on: "address", needs: {}, judge: (_, say) => say.amber() });
    expect((await judged({ zone }, { checks: [planned(each)] })).results).toMatchObject([
      { status, reason, subject: { kind: "domain" } },
    ]);
  });

  it("gives null for an absent fact that a check may miss", async () => {
    const none = defineFact({
      id: "t/none",
      of: "domain",
      gather: async (name, { dns }) => ((await dns(name, "MX")).records.length ? "x" : absent("none")),
    });
    const misses = defineCheck({
      ...check,
      id: "t/misses",
      needs: { none: maybe(none) },
      judge: ({ none }, say) => (none === null ? say.red() : say.amber()),
    });
    expect((await judged({ zone: "" }, { checks: [planned(misses)] })).results).toMatchObject([{ status: "fail" }]);
  });

  it("softens and hardens levels, never what is inconclusive", async () => {
    const soft = { ...planned(check), level: "warn" as const };
    const hard = { ...planned(check), level: "fail" as const };
    expect((await judged({ zone: `a.example TXT "red"` }, { checks: [soft] })).summary.exit).toBe(0);
    expect((await judged({ zone: `a.example TXT "amber"` }, { checks: [hard] })).summary.exit).toBe(1);
    expect((await judged({ zone: `a.example TXT !timeout` }, { checks: [soft] })).summary.exit).toBe(3);
  });

  it("bears a waived finding until its last day, and never waives an unknown", async () => {
    const waivers = [{ check: "t/*", on: "a.example", reason: "known", until: "2026-01-01" }];
    const zone = `a.example TXT "red"`;
    expect((await judged({ zone, now: "2026-01-01T23:59:59Z" }, { waivers })).results).toMatchObject([
      { status: "skip", reason: "waived until 2026-01-01: known", findings: [{ verdict: "red" }] },
    ]);
    expect((await judged({ zone, now: "2026-01-02T00:00:00Z" }, { waivers })).results).toMatchObject([
      { status: "fail" },
    ]);
    expect((await judged({ zone: "a.example TXT !timeout" }, { waivers })).results).toMatchObject([
      { status: "inconclusive" },
    ]);
  });

  it("reports targets in the order of the plan, whichever answers first", async () => {
    const names = Array.from({ length: 60 }, (_, at) => `d${at}.example`);
    const targets = (async function* () {
      for (const domain of names) yield { domain };
    })();
    const { reports } = await judged({ zone: names.map((name) => `${name} TXT "green"`).join("\n") }, { targets });
    expect(reports.map(({ target }) => target!.domain)).toEqual(names);
  });

  it("ends a target at its deadline with what is known", async () => {
    const never = defineFact({ id: "t/never", of: "domain", gather: (): Promise<string> => new Promise(() => {}) });
    const waits = defineCheck({ ...check, id: "t/waits", needs: { never }, judge: (_, say) => say.amber() });
    const { results } = await judged(
      { zone: `a.example TXT "green"` },
      { checks: [planned(check), planned(waits)], timeout: 20 },
    );
    expect(results).toMatchObject([
      { status: "pass" },
      { status: "inconclusive", reason: "not known after 0.02 s, the time for a target" },
    ]);
  });

  it("stops when told to, reports what is known and exits 130", async () => {
    const stop = new AbortController();
    const never = defineFact({
      id: "t/stops",
      of: "domain",
      gather: (): Promise<string> => (setImmediate(() => stop.abort()), new Promise(() => {})),
    });
    const waits = defineCheck({ ...check, id: "t/waits", needs: { never }, judge: (_, say) => say.amber() });
    const endless = (function* () {
      for (let at = 0; ; at++) yield { domain: `d${at}.example` };
    })();
    const { summary, results } = await judged(
      { zone: "" },
      { checks: [planned(waits)], targets: endless },
      stop.signal,
    );
    expect(summary).toMatchObject({ interrupted: true, exit: 130 });
    expect(results.every(({ status }) => status === "inconclusive")).toBe(true);
  });

  it("judges nothing of a run without checks, and exits 2", async () => {
    expect((await judged({ zone: "" }, { checks: [] })).summary.exit).toBe(2);
  });

  it("keeps a result's cause to itself when a fact has none", async () => {
    const lone = defineFact({
      id: "t/lone",
      of: "domain",
      gather: (): Promise<string> => Promise.reject(new NetError("reset", "reset")),
    });
    const waits = defineCheck({ ...check, id: "t/waits", needs: { lone }, judge: (_, say) => say.amber() });
    const { results, reports } = await judged({ zone: "" }, { checks: [planned(waits)] });
    expect(results[0]).not.toHaveProperty("cause");
    expect(reports[0]!.causes).toEqual([]);
  });
});

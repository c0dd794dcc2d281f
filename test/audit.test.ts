import { audit, auditEach, definePlugin, defineCheck, pass, type Report, type Summary, UsageError } from "mailworthy";
import { worldNet } from "mailworthy/testing";
import { describe, expect, it, vi } from "vitest";

const net = worldNet({ zone: `example.com MX 10 mx1.example.com\nmx1.example.com A 192.0.2.1` });
const only = ["mx/present"];

it("gives the summary and every report", async () => {
  const { summary, reports } = await audit({ targets: ["Example.COM.", { domain: "b.example" }], only, net });
  expect(summary).toMatchObject({ targets: 2, exit: 0, counts: { pass: 1, skip: 1 } });
  expect(reports.map(({ target }) => target?.domain)).toEqual(["example.com", "b.example"]);
});

it("takes targets one at a time, and reporters of its own", async () => {
  async function* targets() {
    for (let at = 0; at < 50; at++) yield `d${at}.example`;
  }
  const seen: string[] = [];
  const reporter = { report: ({ target }: Report) => void seen.push(target!.domain!) };
  await audit({ targets: targets(), only, net, reporters: [reporter] });
  expect(seen).toHaveLength(50);
});

describe("each report when it is there", () => {
  /** Targets without end, and how many of them were taken. */
  function endless() {
    const taken = { count: 0, ended: false };
    async function* targets() {
      try {
        for (;;) yield `d${taken.count++}.example`;
      } finally {
        taken.ended = true;
      }
    }
    return { taken, targets: targets() };
  }

  it("comes in order, and the summary at the end", async () => {
    const each = auditEach({ targets: ["a.example", "b.example"], only, net });
    expect(await each.next()).toMatchObject({ done: false, value: { target: { domain: "a.example" } } });
    expect(await each.next()).toMatchObject({ done: false, value: { target: { domain: "b.example" } } });
    expect(await each.next()).toMatchObject({ done: true, value: { targets: 2, counts: { skip: 2 } } });
  });

  it("holds the run up until it is taken", async () => {
    const { taken, targets } = endless();
    const each = auditEach({ targets, only, net, together: 2 });
    await each.next();
    const rest = async (): Promise<number> => {
      for (let at = 0; at < 50; at++) await new Promise((resolve) => setImmediate(resolve));
      return taken.count;
    };
    const held = await rest();
    expect(await rest()).toBe(held);
    for (let at = 0; at < 20; at++) await each.next();
    expect(await rest()).toBeLessThanOrEqual(held + 20);
    await each.return({} as Summary);
  });

  it("ends the run when the loop is left", async () => {
    const { taken, targets } = endless();
    let closed = 0;
    let seen = 0;
    const own = { ...net, close: () => void closed++ };
    for await (const report of auditEach({ targets, only, net: own })) if (report.target && ++seen === 3) break;
    await vi.waitFor(() => expect(taken.ended).toBe(true));
    expect(closed).toBe(0); // it is whoever brought it that closes it
  });

  it("throws what the run throws", async () => {
    const reporters = [{ end: () => Promise.reject(new Error("disk full")) }];
    await expect(audit({ targets: ["a.example"], only, net, reporters })).rejects.toThrow("disk full");
    const each = auditEach({ targets: ["not a domain"], only, net });
    await expect(each.next()).rejects.toThrow(UsageError);
  });
});

it("judges by plugins and settings", async () => {
  const check = defineCheck({
    id: "acme/always",
    on: "domain",
    title: "All is well",
    why: "So.",
    fix: "Nothing.",
    needs: {},
    verdicts: { well: pass("well") },
    judge: (_, say) => say.well(),
  });
  const plugins = [definePlugin({ name: "acme", checks: [check] })];
  const { reports } = await audit({ targets: ["example.com"], net, plugins, only: ["acme/*", "mx/present"] });
  expect(reports[0]!.results.map((result) => result.check)).toEqual(["mx/present", "acme/always"]);
});

it.each([
  [{ targets: ["example.com"], preset: ["strickt"] }, 'no preset "strickt". Did you mean strict?'],
  [{ targets: ["example.com"], only: ["nope/*"] }, "nothing to judge"],
  [{ targets: ["example..com"], only }, "empty label"],
])("refuses %j", async (options, why) => {
  const trial = audit({ ...options, net });
  await expect(trial).rejects.toThrow(UsageError);
  await expect(trial).rejects.toThrow(why);
});

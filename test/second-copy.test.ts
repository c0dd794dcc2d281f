import { expect, it, vi } from "vitest";
import { definePlugin } from "../src/plugin.js";
import { audit } from "../src/audit.js";
import { Absent, isAbsent } from "../src/fact.js";
import { NetError } from "../src/net/net.js";
import { UsageError } from "../src/usage.js";
import { complaint } from "../src/cli/complaint.js";
import { worldNet } from "../src/testing/world.js";

/** The package as a plugin has it that brings its own copy. */
async function secondCopy() {
  vi.resetModules();
  const [fact, net, usage, check] = await Promise.all([
    import("../src/fact.js"),
    import("../src/net/net.js"),
    import("../src/usage.js"),
    import("../src/check.js"),
  ]);
  return { ...fact, ...net, ...usage, ...check };
}

it("is another one", async () => {
  const other = await secondCopy();
  expect(other.NetError).not.toBe(NetError);
  expect(other.Absent).not.toBe(Absent);
  expect(other.UsageError).not.toBe(UsageError);
});

it("is understood: its absence, its failures, its complaints", async () => {
  const other = await secondCopy();
  expect(isAbsent(other.absent("none"))).toBe(true);
  expect(other.isAbsent(new Absent("none"))).toBe(true);
  expect(new other.NetError("timeout", "silent")).toBeInstanceOf(NetError);
  expect(new NetError("timeout", "silent")).toBeInstanceOf(other.NetError);
  const usage = new other.UsageError("no such thing.", "another");
  expect(usage).toBeInstanceOf(UsageError);
  expect(complaint(usage, { by: "mailworthy", columns: 80, trace: false })).toBe(
    "mailworthy: no such thing.\n  next: another\n",
  );
});

it.each([undefined, null, "NetError", {}, new Error("x"), { name: "NetError", code: "timeout" }])(
  "takes %j for none of them",
  (value) => {
    expect(value).not.toBeInstanceOf(NetError);
    expect(value).not.toBeInstanceOf(UsageError);
    expect(isAbsent(value)).toBe(false);
  },
);

it("brings facts that the runner takes for what they are", async () => {
  const other = await secondCopy();
  const check = (id: string, gather: () => Promise<never>) =>
    other.defineCheck({
      id: `acme/${id}`,
      on: "domain",
      title: "All is well",
      why: "So.",
      fix: "Nothing.",
      needs: { fact: other.defineFact({ id, of: "domain", gather }) },
      verdicts: { well: other.pass("well") },
      judge: (_: unknown, say: { well(): never }) => say.well(),
    } as never);
  const plugin = definePlugin({
    name: "acme",
    checks: [
      check("absent", async () => other.absent("nothing there") as never),
      check("silent", () => Promise.reject(new other.NetError("timeout", "nobody answers"))),
    ],
  });
  const { reports } = await audit({ targets: ["example.com"], plugins: [plugin], only: ["acme/*"], net: worldNet({}) });
  expect(reports[0]!.results).toMatchObject([
    { status: "skip", reason: "nothing there" },
    { status: "inconclusive", reason: "nobody answers" },
  ]);
});

import { describe, expect, it } from "vitest";
import { defineCheck, defineFact, fail, pass } from "mailworthy";
import { held, notGathered } from "../src/net/held.js";
import { recording } from "../src/net/record.js";
import { replayNet } from "../src/net/replay.js";
import { planned } from "../src/plan.js";
import type { Report } from "../src/result.js";
import { run } from "../src/run.js";
import { worldNet } from "../src/testing/world.js";
import type { Net } from "../src/net/net.js";

const waiting = defineFact({
  id: "queue-waiting",
  of: "queue",
  reaches: "file",
  gather: async (name, { local }) => (await local("queue", name)) as { messages: number },
});

const check = defineCheck({
  id: "queue/short",
  on: "queue",
  title: "Few messages wait",
  why: "Mail that waits is late.",
  fix: "Look why.",
  refs: ["a test"],
  needs: { waiting },
  verdicts: { few: pass("{count} wait"), many: fail("{count} wait") },
  judge: ({ waiting: { messages: count } }, say) => (count > 10 ? say.many({ count }) : say.few({ count })),
});

async function judged(net: Net): Promise<Report> {
  const reports: Report[] = [];
  const target = { local: "queue", name: "here" } as const;
  await run({ checks: [planned(check)], targets: [target] }, net, [{ report: (one) => void reports.push(one) }]);
  return reports[0]!;
}
const still = worldNet({});

describe("a local target", () => {
  it("is judged by what was gathered of it", async () => {
    const { target, results } = await judged(held(still, "queue", "here", { messages: 11 }));
    expect(target).toEqual({ local: "queue", name: "here" });
    expect(results).toMatchObject([{ status: "fail", subject: { kind: "queue", name: "here" } }]);
    expect(results[0]!.findings[0]!.text).toBe("11 wait");
  });

  it("is unknown where nothing was gathered of that very thing", async () => {
    for (const net of [still, held(still, "log", "here", {}), held(still, "queue", "there", {})])
      expect((await judged(net)).results).toMatchObject([{ status: "inconclusive" }]);
    await expect(notGathered("log", "x")).rejects.toThrow("nothing was gathered of the log x");
  });

  it("is judged alike from a record", async () => {
    const lines: string[] = [];
    const net = recording(held(still, "queue", "here", { messages: 3 }), (line) => lines.push(line), { tool: "test" });
    const first = await judged(net);
    expect(await judged(replayNet(lines))).toEqual(first);
    expect(first.results[0]!.status).toBe("pass");
  });
});

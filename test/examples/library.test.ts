import { expect, it } from "vitest";
import { watch } from "../../examples/library.js";
import { startLab, worlds } from "../../src/lab/index.js";
import { liveNet } from "../../src/net/live.js";

it("audits from a program, here the embedded world", async () => {
  const lab = await startLab({ of: worlds.filter(({ name }) => name === "broken") });
  const net = liveNet({ resolvers: [lab.resolver], ca: lab.ca, connectTo: lab.connectTo });
  try {
    const lines: string[] = [];
    const { targets, here } = lab;
    const summary = await watch(targets, (line) => lines.push(line), { net, ...here, only: ["spf/*"] });
    expect(lines).toContain(
      "northwind.example: 11 lookups; receivers stop at 10, so SPF fails for every message (spf/lookup-limit)",
    );
    expect(lines).toHaveLength(summary.counts.fail);
    expect(summary.exit).toBe(1);
  } finally {
    await net.close?.();
    await lab.close();
  }
});

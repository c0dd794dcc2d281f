import { afterEach, describe, expect, it } from "vitest";
import { serveDns } from "../../src/lab/dns-server.js";
import { chances, type Faults, type Proxy, proxyDatagrams, proxyStream } from "../../src/lab/proxy.js";
import { startLab, worlds } from "../../src/lab/index.js";
import { liveNet } from "../../src/net/live.js";
import type { Net } from "../../src/net/net.js";
import { readZone } from "../../src/testing/zone.js";

const zone = Array.from({ length: 40 }, (_, at) => `d${at}.example TXT "answer ${at}"`).join("\n");

describe("a proxy for datagrams", () => {
  const open: { close?(): unknown }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one.close?.();
  });

  async function through(faults: Faults): Promise<{ net: Net; proxy: Proxy }> {
    const server = await serveDns(readZone(zone));
    const proxy = await proxyDatagrams({ host: "127.0.0.1", port: server.port }, faults);
    const net = liveNet({ resolvers: [`127.0.0.1:${proxy.port}`] });
    open.push(server, proxy, net);
    return { net, proxy };
  }

  it.each([
    ["nothing", {}, "passed"],
    ["loss", { loss: 0.2 }, "lost"],
    ["answers under another id", { wrongId: 1 }, "forged"],
    ["answers that come twice", { duplicate: 1 }, "doubled"],
  ] as const)("lets every answer through in the end: %s", async (_, faults, met) => {
    const { net, proxy } = await through({ seed: 7, ...faults });
    const answers = await Promise.all(Array.from({ length: 40 }, (_, at) => net.dns(`d${at}.example`, "TXT")));
    expect(answers.map(({ records }) => records[0]!.data[0])).toEqual(answers.map((_, at) => `answer ${at}`));
    expect(proxy.counts[met]).toBeGreaterThan(0);
  });

  it("cuts answers so that only TCP would help, and there is none", async () => {
    const { net, proxy } = await through({ truncate: 1 });
    await expect(net.dns("d1.example", "TXT")).rejects.toMatchObject({ name: "NetError" });
    expect(proxy.counts.cut).toBeGreaterThan(0);
  });

  it("has the same misfortunes of the same seed", () => {
    const draw = (seed: number): number[] => Array.from({ length: 5 }, chances(seed));
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
    for (const one of draw(5)) expect(one).toBeGreaterThanOrEqual(0);
    for (const one of draw(5)) expect(one).toBeLessThan(1);
  });
});

describe("a proxy for streams", () => {
  it.each([
    ["as it is", {}, undefined],
    ["a few octets at a time", { drip: { octets: 20, every: 1 } }, undefined],
    ["late", { delay: 5 }, undefined],
    ["reset within the greeting", { resetAfter: 5 }, "greeting"],
    ["reset within the handshake", { resetAfter: 250 }, "tls"],
  ] as const)("gives a session %s", async (_, faults, broke) => {
    const lab = await startLab({ of: worlds.filter(({ name }) => name === "healthy") });
    const [host, port] = lab.connectTo["192.0.2.25:25"]!.split(":") as [string, string];
    const proxy = await proxyStream({ host, port: Number(port) }, faults);
    const net = liveNet({
      resolvers: [lab.resolver],
      ca: lab.ca,
      connectTo: { "192.0.2.25:25": `127.0.0.1:${proxy.port}` },
    });
    try {
      const session = await net.smtp({ host: "mx1.lucerne-media.example", ip: "192.0.2.25", port: 25 });
      expect(session.broke?.step).toBe(broke);
      expect(session.helloAgain === undefined).toBe(broke !== undefined);
      expect(proxy.counts).toMatchObject({ passed: 1, reset: broke ? 1 : 0 });
    } finally {
      await net.close?.();
      await proxy.close();
      await lab.close();
    }
  });
});

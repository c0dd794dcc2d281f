import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Lab, startLab } from "../../src/lab/index.js";
import { liveNet, type LiveOptions } from "../../src/net/live.js";
import type { Net, NetError } from "../../src/net/net.js";
import { UsageError } from "../../src/usage.js";

const failure = (promise: Promise<unknown>): Promise<NetError> =>
  promise.then(
    () => {
      throw new Error("it was answered");
    },
    (error: NetError) => error,
  );

describe("the net", () => {
  let lab: Lab;
  let net: Net;
  beforeAll(async () => {
    lab = await startLab();
    net = liveNet({ resolvers: [lab.resolver], ca: lab.ca, connectTo: lab.connectTo });
  });
  afterAll(async () => {
    await net.close?.();
    await lab.close();
  });

  it("asks the resolver it was given", async () => {
    expect(net.about()).toEqual([`resolver ${lab.resolver}`]);
    const { records } = await net.dns("lucerne-media.example", "MX");
    expect(records.map(({ data }) => data.exchange)).toContain("mx1.lucerne-media.example");
  });

  it("goes where addresses really are, and speaks of them as they are known", async () => {
    const place = { host: "mx1.lucerne-media.example", ip: "192.0.2.25", port: 25 };
    expect(await net.reach(place)).toMatchObject({ outcome: "open" });
    const session = await net.smtp(place);
    expect(session).toMatchObject({ ...place, outcome: "open", greeting: { code: 220 } });
    expect(session.tls!.trust.ok).toBe(true);
  });

  it("fetches a policy from the address that DNS has, and trusts the roots it was given", async () => {
    const answer = await net.https("https://mta-sts.lucerne-media.example/.well-known/mta-sts.txt");
    expect(answer).toMatchObject({ status: 200, body: expect.stringMatching(/^version: STSv1/) });
    expect(answer).not.toHaveProperty("problem");
    expect(answer.ip).not.toMatch(/^127\./);
  });

  it("reads certificates where they are asked for", async () => {
    const url = "https://mta-sts.lucerne-media.example/.well-known/mta-sts.txt";
    const answer = await net.https(url, { roots: lab.ca });
    expect(answer).toMatchObject({ certificates: { chain: [], trust: { ok: false } } });
  });

  it.each(["10.0.0.25", "127.0.0.1", "169.254.169.254", "::1", "fe80::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1"])(
    "does not contact %s",
    async (ip) => {
      const place = { host: "mx.example", ip, port: 25 };
      const blocked = { code: "blocked", because: { id: `address ${ip}` } };
      expect(await failure(net.reach(place))).toMatchObject(blocked);
      expect(await failure(net.smtp(place))).toMatchObject(blocked);
      expect(await failure(net.dns("example.com", "SOA", { server: ip }))).toMatchObject({ code: "blocked" });
    },
  );

  it("contacts any address where that is wished", async () => {
    const daring = liveNet({ resolvers: [lab.resolver], allowPrivate: true });
    const answer = await daring.dns("lucerne-media.example", "SOA", { server: lab.resolver });
    expect(answer.server).toBe(lab.resolver);
    await daring.close?.();
  });
});

describe("a net that cannot be", () => {
  it.each<[string, LiveOptions, RegExp]>([
    ["a resolver by name", { resolvers: ["dns.example"] }, /^"dns\.example" is no address of a server$/],
    ["no resolver", { resolvers: [] }, /^this machine names no resolver$/],
    ["roots that are no certificates", { resolvers: ["192.0.2.53"], ca: "x" }, /^the roots to trust cannot be read/],
  ])("%s", (_title, options, message) => {
    expect(() => liveNet(options)).toThrow(UsageError);
    expect(() => liveNet(options)).toThrow(message);
  });
});

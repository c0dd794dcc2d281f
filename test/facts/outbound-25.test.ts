import { describe, expect, it } from "vitest";
import { Evidence } from "../../src/evidence.js";
import { defineFact } from "../../src/fact.js";
import { ipv6Egress, outbound25 } from "../../src/facts/index.js";
import { obstacle } from "../../src/facts/outbound-25.js";
import { type Net, NetError, type Place } from "../../src/net/net.js";
import { worldNet } from "../../src/testing/index.js";

const zone = `
  one.example A 203.0.114.1
  one.example AAAA 2600:1234::1
  two.example A 203.0.114.2`;
type Did = "open" | "refused" | "timeout" | "unreachable" | "offline";

/** A net in which ports do as told; the others are silent. */
function evidence(did: Record<string, Did>, controls = ["one.example", "two.example"]): [Evidence, string[]] {
  const asked: string[] = [];
  const reach = async ({ ip, port }: Place): ReturnType<Net["reach"]> => {
    asked.push(`${ip} ${port}`);
    const outcome = did[`${ip} ${port}`] ?? did[port] ?? "timeout";
    if (outcome === "open" || outcome === "refused") return { outcome, took: 1 };
    throw new NetError(outcome, outcome);
  };
  return [new Evidence({ ...worldNet({ zone }), reach }, { controls }), asked];
}

describe("the way out over port 25", () => {
  it.each<[Record<string, Did>, object]>([
    [{ "203.0.114.2 25": "open" }, { open: true, v4: "open", v6: "blocked" }],
    [
      { "203.0.114.2 25": "open", "2600:1234::1 25": "unreachable", "2600:1234::1 443": "unreachable" },
      { v4: "open", v6: "unreachable" },
    ],
    [{ 443: "open" }, { open: false, v4: "blocked", v6: "blocked" }],
    [{ 25: "refused" }, { open: false, v4: "blocked" }],
    [
      { 25: "unreachable", 443: "open" },
      { open: false, v4: "blocked" },
    ], // a firewall that says "prohibited"
    [
      {
        "2600:1234::1 25": "open",
        "203.0.114.1 25": "unreachable",
        "203.0.114.2 25": "unreachable",
        443: "unreachable",
      },
      { open: true, v4: "unreachable", v6: "open" },
    ],
  ])("%j", async (did, value) => {
    expect(await evidence(did)[0].get(outbound25, "here")).toMatchObject({ state: "known", value });
  });

  it("is unknown where there is no route at all, or nothing may be asked", async () => {
    const none = evidence({ 25: "unreachable", 443: "unreachable" })[0];
    expect(await none.get(outbound25, "here")).toMatchObject({ state: "unknown", code: "unreachable" });
    expect(await evidence({ 25: "offline" })[0].get(outbound25, "here")).toMatchObject({
      state: "unknown",
      code: "offline",
    });
  });

  it("asks a control host once, and on 443 only where 25 does not open", async () => {
    const [open, asked] = evidence({ 25: "open" });
    await Promise.all([open.get(outbound25, "here"), open.get(ipv6Egress, "here")]);
    expect(asked.toSorted()).toEqual(["2600:1234::1 25", "203.0.114.1 25", "203.0.114.2 25"].toSorted());
  });

  it("knows the family it was not tried in", async () => {
    expect(await evidence({ 25: "open" }, ["two.example"])[0].get(outbound25, "here")).toMatchObject({
      value: { v4: "open", v6: "untried" },
    });
  });
});

describe("the way out over IPv6", () => {
  it("is certainly absent without a route", async () => {
    expect(await evidence({ 25: "unreachable" })[0].get(ipv6Egress, "here")).toEqual({
      state: "absent",
      reason: "there is no route over IPv6 from here",
    });
  });

  it("is there as soon as somebody answers, whatever the answer", async () => {
    for (const did of [{ 25: "refused" }, { 443: "open" }] as Record<string, Did>[])
      expect(await evidence(did)[0].get(ipv6Egress, "here")).toMatchObject({ state: "known" });
  });

  it("is unknown in silence", async () => {
    expect(await evidence({})[0].get(ipv6Egress, "here")).toMatchObject({ state: "unknown", because: { id: "ipv6" } });
  });
});

describe("what stands in the way", () => {
  const found = (did: Record<string, Did>, ip: string, port = 25, controls?: string[]): Promise<unknown> => {
    const asking = defineFact({
      id: "t/asking",
      of: "vantage",
      async gather(_, tools) {
        const error = await obstacle({ ip, port }, tools);
        return error ? `${error.code} ${error.because?.id}` : "nothing";
      },
    });
    return evidence(did, controls)[0]
      .get(asking, "here")
      .then((known) => (known.state === "known" ? known.value : known));
  };

  it.each<[Record<string, Did>, string, string]>([
    [{}, "198.51.99.1", "blocked env/outbound-25"],
    [{ 25: "refused" }, "198.51.99.1", "blocked env/outbound-25"],
    [{ "203.0.114.1 25": "open" }, "198.51.99.1", "nothing"],
    [{ "203.0.114.1 25": "open" }, "2600:99::1", "timeout ipv6"],
    [{ "203.0.114.1 25": "open", "2600:1234::1 443": "open" }, "2600:99::1", "blocked env/outbound-25"],
    [{ "203.0.114.1 25": "open", "2600:1234::1 25": "unreachable" }, "2600:99::1", "unreachable ipv6"],
    [{ 25: "open" }, "2600:99::1", "nothing"],
  ])("%j before %s: %s", async (did, ip, expected) => {
    expect(await found(did, ip)).toBe(expected);
  });

  it("is nothing where that cannot be told, and for other ports than 25", async () => {
    expect(await found({}, "198.51.99.1", 25, [])).toBe("nothing");
    expect(await found({}, "198.51.99.1", 465)).toBe("nothing");
  });
});

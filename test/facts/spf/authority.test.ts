import { assert, asyncProperty } from "fast-check";
import { facts } from "mailworthy";
import { worldNet } from "mailworthy/testing";
import { describe, expect, it } from "vitest";
import { Evidence } from "../../../src/evidence.js";
import { decide } from "../../../src/facts/spf/decision.js";
import { checkHost } from "../../../src/facts/spf/evaluation.js";
import { spfResolved } from "../../../src/facts/spf/resolved.js";
import { netOf } from "../../conformance/records.js";
import { spfWorld } from "../../differences/spf-worlds.js";

const spf = (name: string, terms: string): string => `${name} TXT "v=spf1 ${terms}"`;
const authority = (...zone: string[]) =>
  new Evidence(worldNet({ zone: zone.join("\n") })).get(facts.spfAuthority, "example.com");

describe("who may send", () => {
  it.each([
    [[spf("example.com", "ip4:192.0.2.0/24 ip4:192.0.2.7 ip6:2001:db8::/64 -all")], 256, 2 ** 64],
    [[spf("example.com", "-ip4:192.0.2.0/25 ip4:192.0.2.0/24 -all")], 128, 0],
    [
      [
        spf("example.com", "a/30 mx//64 -all"),
        "example.com A 192.0.2.1",
        "example.com MX 10 m.example.com",
        "m.example.com A 192.0.2.9",
        "m.example.com AAAA 2001:db8::9",
      ],
      5,
      2 ** 64,
    ],
    [
      [
        spf("example.com", "include:b.example -all"),
        spf("b.example", "ip4:192.0.2.0/24 mx -all"),
        "b.example MX 10 m.b.example",
        "m.b.example A 198.51.100.1",
      ],
      257,
      0,
    ],
    [
      [spf("example.com", "include:b.example ~all"), spf("b.example", "-ip4:192.0.2.0/25 ip4:192.0.2.0/24 +all")],
      2 ** 32 - 128,
      2 ** 128,
    ],
    [[spf("example.com", "redirect=b.example"), spf("b.example", "ip4:192.0.2.0/28 -all")], 16, 0],
    [[spf("example.com", "ip4:192.0.2.1 include:gone.example ip4:192.0.2.2 -all")], 1, 0],
    [[spf("example.com", "all")], 2 ** 32, 2 ** 128],
    [[spf("example.com", "-all")], 0, 0],
  ])("%j", async (zone, v4, v6) => {
    expect(await authority(...zone)).toMatchObject({ state: "known", value: { v4, v6 } });
  });

  it("what others let send anyway is spare", async () => {
    const zone = [
      spf("example.com", "ip4:192.0.2.1 include:b.example ip4:198.51.100.1 -all"),
      spf("b.example", "ip4:192.0.2.0/24"),
    ];
    expect(await authority(...zone)).toMatchObject({
      value: {
        terms: [
          { term: "ip4:192.0.2.1", spare: true },
          { term: "include:b.example", v4: 256, spare: false },
          { term: "ip4:198.51.100.1", spare: false },
        ],
      },
    });
  });

  it.each([
    [[spf("example.com", "include:b.example -all"), "b.example TXT !timeout"]],
    [[spf("example.com", "a -all"), "example.com AAAA !servfail"]],
    [
      [
        spf("example.com", "include:b.example -all"),
        spf("b.example", "mx -all"),
        "b.example MX 10 m.example",
        "m.example A !timeout",
      ],
    ],
  ])("is unknown where a part is: %j", async (zone) => {
    expect(await authority(...zone)).toMatchObject({ state: "unknown" });
  });
});

it("agrees with check_host() for each address, limits aside", async () => {
  const clients = ["192.0.2.1", "192.0.2.77", "2001:db8::1"];
  const words = { "+": "pass", "-": "fail", "~": "softfail", "?": "neutral" } as const;
  let compared = 0;
  await assert(
    asyncProperty(spfWorld, async ({ records, mailfrom, helo }) => {
      const net = netOf(records);
      const evidence = new Evidence(net);
      const [resolved, authority] = await Promise.all([
        evidence.get(spfResolved, "example.com"),
        evidence.get(facts.spfAuthority, "example.com"),
      ]);
      if (resolved.state !== "known" || authority.state !== "known" || authority.value.open.length > 0) return;
      const decision = decide(resolved.value.root, resolved.value.hosts);
      for (const ip of clients) {
        const { result, reason } = await checkHost({ ip, domain: "example.com", sender: mailfrom, helo }, net);
        if (reason.endsWith("are allowed")) continue;
        compared++;
        const said = (["+", "-", "~", "?"] as const).find((qualifier) => decision[qualifier].has(ip));
        expect(said ? words[said] : "permerror", `${JSON.stringify(records)}\n${ip}: ${reason}`).toBe(result);
      }
    }),
    { seed: 4, numRuns: 1_500 },
  );
  expect(compared).toBeGreaterThan(200);
});

import { assert, asyncProperty } from "fast-check";
import { worldNet } from "mailworthy/testing";
import { describe, expect, it } from "vitest";
import type { Net } from "../../src/net/net.js";
import { overlay } from "../../src/net/overlay.js";
import { flatten, type Flattened, type Proposed, type Refused } from "../../src/spf/flatten.js";
import { type Picture, pictureOf, resultOf } from "../../src/spf/picture.js";
import { parseSpf } from "../../src/syntax/spf.js";
import { netOf } from "../conformance/records.js";
import { spfWorld } from "../differences/spf-worlds.js";

const domain = "example.com";

async function picture(net: Net): Promise<Picture> {
  const found = await pictureOf(domain, net);
  if ("none" in found) throw new Error(found.none);
  return found;
}

const published = (net: Net, records: readonly Proposed[]): Net =>
  overlay(net, [
    {
      origin: ".",
      whole: false,
      records: records.map(({ name, record }) => ({ name, type: "TXT", ttl: 300, data: [record] })),
    },
  ]);

async function flat(...zone: string[]): Promise<Flattened | Refused> {
  return flatten(domain, (await picture(worldNet({ zone: zone.join("\n") }))).resolved!);
}

const spf = (name: string, terms: string, ttl = 3600): string => `${name} ${ttl} TXT "v=spf1 ${terms}"`;

describe("a record is flattened", () => {
  it.each<[string, string[], string]>([
    [
      "a and mx",
      [
        spf(domain, "a mx -all"),
        "example.com A 192.0.2.1",
        "example.com MX 10 m.example",
        "m.example A 192.0.2.0",
        "m.example AAAA 2001:db8::1",
      ],
      "v=spf1 ip4:192.0.2.0/31 ip6:2001:db8::1 -all",
    ],
    [
      "prefixes",
      [spf(domain, "a/24//64 ~all"), "example.com A 192.0.2.1", "example.com AAAA 2001:db8::1"],
      "v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/64 ~all",
    ],
    [
      "includes in includes",
      [
        spf(domain, "include:b.example -all"),
        spf("b.example", "ip4:192.0.2.0/25 include:c.example ~all"),
        spf("c.example", "ip4:192.0.2.128/25 ?all"),
      ],
      "v=spf1 ip4:192.0.2.0/24 -all",
    ],
    [
      "an include that takes out",
      [spf(domain, "include:b.example -all"), spf("b.example", "-ip4:192.0.2.0/25 ip4:192.0.2.0/24 -all")],
      "v=spf1 ip4:192.0.2.128/25 -all",
    ],
    [
      "a redirect",
      [
        spf(domain, "ip4:198.51.100.1 redirect=b.example"),
        spf("b.example", "a:c.example -ip4:192.0.2.1 ~all"),
        "c.example A 192.0.2.7",
      ],
      "v=spf1 ip4:192.0.2.7 ip4:198.51.100.1 -ip4:192.0.2.1 ~all",
    ],
    [
      "qualifiers",
      [
        spf(domain, "-a:c.example ~include:b.example ?all x=1"),
        "c.example A 192.0.2.7",
        spf("b.example", "ip4:192.0.2.0/28"),
      ],
      "v=spf1 -ip4:192.0.2.7 ~ip4:192.0.2.0/28 ?all x=1",
    ],
    [
      "what depends stays",
      [
        spf(domain, "include:b.example exists:%{i}.x.example ptr -all exp=e.%{d}"),
        spf("b.example", "mx exists:%{l}.%{d} ptr -all"),
        "b.example MX 10 m.example",
        "m.example A 192.0.2.1",
      ],
      "v=spf1 ip4:192.0.2.1 exists:%{l}.b.example ptr:b.example exists:%{i}.x.example ptr -all exp=e.%{d}",
    ],
    [
      "an include that takes out by what depends stays whole",
      [
        spf(domain, "a include:b.example -all"),
        "example.com A 192.0.2.1",
        spf("b.example", "-exists:%{i}.x.example ip4:192.0.2.0/28 -all"),
      ],
      "v=spf1 ip4:192.0.2.1 include:b.example -all",
    ],
    ["what finds nothing goes", [spf(domain, "a:gone.example ip4:192.0.2.1 -all")], "v=spf1 ip4:192.0.2.1 -all"],
  ])("%s", async (_, zone, record) => {
    expect(await flat(...zone)).toMatchObject({ records: [{ name: domain, record }] });
  });

  it("says what it copies, what stays, and for how long the copy holds", async () => {
    const zone = [
      spf(domain, "mx include:b.example exists:%{i}.x.example -all"),
      "example.com 7200 MX 10 m.example",
      "m.example 900 A 192.0.2.1",
      spf("b.example", "ip4:192.0.2.9", 1800),
    ];
    expect(await flat(...zone)).toMatchObject({
      copied: ["mx", "include:b.example"],
      kept: ["exists:%{i}.x.example"],
      renew: 900,
    });
  });

  it("into several where one is too long, none with more than 255 octets a string or ten lookups", async () => {
    const networks = Array.from({ length: 90 }, (_, at) => `ip4:192.0.2.${2 * at}`);
    const flattened = (await flat(
      spf(domain, "include:b.example -all"),
      `b.example TXT "v=spf1 ${networks.join(" ")} -all"`,
    )) as Flattened;
    const [own, ...parts] = flattened.records.map(({ name }) => name);
    expect(own).toBe(domain);
    expect(parts).toEqual(parts.map((_, at) => `_spf${at + 1}.example.com`));
    expect(flattened.records[0]!.record).toMatch(
      /^v=spf1 include:_spf1\.example\.com include:_spf2\.example\.com .*-all$/,
    );
    expect(Math.max(...flattened.records.map(({ record }) => record.length))).toBeLessThanOrEqual(450);
    expect(flattened.records.flatMap(({ record }) => parseSpf(record).faults)).toEqual([]);
  });

  it("into larger ones where else more than ten would be needed, and not at all where those do not do", async () => {
    const record = (count: number): string =>
      `v=spf1 ${Array.from({ length: count }, (_, at) => `ip4:198.51.${at >> 7}.${2 * (at & 127)}`).join(" ")} -all`;
    const larger = (await flat(spf(domain, "include:b.example -all"), `b.example TXT "${record(400)}"`)) as Flattened;
    expect(larger.records.length).toBeLessThanOrEqual(11);
    expect(await flat(spf(domain, "include:b.example -all"), `b.example TXT "${record(900)}"`)).toMatchObject({
      because: "room",
      refused: expect.stringMatching(/lookups would be left/),
    });
  });
});

it("where there is nothing to copy, nothing is done", async () => {
  expect(await flat(spf(domain, "ip4:192.0.2.1 exists:%{i}.x.example -all"))).toMatchObject({ because: "nothing" });
});

describe("an error is not flattened", () => {
  it.each([
    [[spf(domain, "foo -all")], /^foo: there is no mechanism/],
    [
      [spf(domain, "include:gone.example -all")],
      /^include:gone\.example in the record of example\.com leads to no good SPF/,
    ],
    [[spf(domain, "include:b.example"), spf("b.example", "foo")], /the record there has a syntax error/],
    [
      [spf(domain, "mx"), ...Array.from({ length: 11 }, (_, at) => `example.com MX 10 m${at}.example`)],
      /leads to 11 hosts/,
    ],
    [[spf(domain, "include:b.example"), spf("b.example", "redirect=example.com")], /leads to no good SPF/],
  ])("%j", async (zone, said) =>
    expect(await flat(...zone)).toMatchObject({ because: "fault", refused: expect.stringMatching(said) }),
  );
});

it("a flattened record lets the same addresses send, and says the same to others", async () => {
  const clients = [
    "192.0.2.1",
    "192.0.2.77",
    "198.51.100.1",
    "203.0.113.9",
    "2001:db8::1",
    "2001:db8:1::1",
    "2001:db8:9::1",
  ];
  let compared = 0;
  await assert(
    asyncProperty(spfWorld, async ({ records, mailfrom, helo }) => {
      const net = netOf(records);
      const before = await pictureOf(domain, net);
      if ("none" in before || !before.resolved) return;
      const flattened = flatten(domain, before.resolved);
      if ("refused" in flattened) return;
      const shown = JSON.stringify([records, flattened.records]);
      const proposed = published(net, flattened.records);
      const after = await picture(proposed);
      expect(
        after.problems.filter((text) => !/find nothing/.test(text)),
        shown,
      ).toEqual([]);
      expect(after.lookups, shown).toBeLessThanOrEqual(10);
      if (before.open.length === 0 && after.decision)
        for (const qualifier of ["+", "-", "~", "?"] as const)
          expect(after.decision[qualifier].cidrs(), shown).toEqual(before.decision![qualifier].cidrs());
      for (const ip of clients) {
        const question = { ip, domain, sender: mailfrom, helo };
        const [one, other] = await Promise.all([resultOf(question, net), resultOf(question, proposed)]);
        if (one.result === "unknown" || [one, other].some(({ reason }) => reason.endsWith("are allowed"))) continue;
        compared++;
        expect(other.result, `${ip} ${one.reason} / ${other.reason} ${shown}`).toBe(one.result);
      }
    }),
    { seed: 9, numRuns: 1_500 },
  );
  expect(compared).toBeGreaterThan(500);
});

it("what the tree counts is what an evaluation counts that no term ends", async () => {
  let compared = 0;
  await assert(
    asyncProperty(spfWorld, async ({ records, mailfrom, helo }) => {
      const net = netOf(records);
      const found = await pictureOf(domain, net);
      if ("none" in found || found.unknown.length > 0 || found.open.length > 0) return;
      const { result, lookups, matched } = await resultOf({ ip: "203.0.113.9", domain, sender: mailfrom, helo }, net);
      expect(lookups).toBeLessThanOrEqual(11);
      if (result === "permerror" || result === "unknown" || (matched && !/all$/i.test(matched.term))) return;
      compared++;
      expect(found.lookups, JSON.stringify(records)).toBe(lookups);
    }),
    { seed: 10, numRuns: 1_500 },
  );
  expect(compared).toBeGreaterThan(100);
});

import { describe, expect, it } from "vitest";
import { type Base, pairOf } from "../../src/gate/pair.js";
import type { Net } from "../../src/net/net.js";
import { worldNet } from "../../src/testing/world.js";
import { bind } from "../../src/zones/bind.js";
import type { Completeness, Zone } from "../../src/zones/record.js";

const read = (octets: string, completeness: Completeness): Zone => {
  const [zone] = bind.read({
    file: "zone",
    octets: `$ORIGIN example.com.\n$TTL 3600\n${octets}`,
    origin: "example.com",
  });
  return { ...zone!, origin: "example.com", completeness };
};
const said = (zones: readonly Zone[]): string[] =>
  zones
    .flatMap(({ records }) =>
      records.map(({ name, ttl, type, data }) => `${name} ${ttl} ${type} ${JSON.stringify(data)}`),
    )
    .sort();
const none = worldNet({});
const whole = read("@ A 192.0.2.1\n@ TXT old\nwww A 192.0.2.2", "zone");

describe("the pair of a part of a zone", () => {
  const part = read("@ TXT new", "partial");
  const against = (base: Base) => pairOf([part], base, none);

  it("takes all else from a whole zone, so that nothing of it is gone", async () => {
    const { after, gone } = await against({ zones: [whole], called: "zone" });
    expect(said(after)).toEqual([
      'example.com 3600 A "192.0.2.1"',
      'example.com 3600 TXT ["new"]',
      'www.example.com 3600 A "192.0.2.2"',
    ]);
    expect(after[0]!.completeness).toBe("zone");
    expect(gone).toEqual([]);
  });

  it("is held against what the same part was, so that what left it is gone", async () => {
    const was = read("@ TXT old\nwww A 192.0.2.2", "zone");
    const { before, after, gone } = await against({ zones: [was], called: "main", same: true });
    expect(before[0]!.completeness).toBe("partial");
    expect(said(after)).toEqual(['example.com 3600 TXT ["new"]']);
    expect(gone).toEqual([{ name: "www.example.com", type: "A" }]);
  });
});

describe("the pair of a zone with live DNS", () => {
  const zone = read("*.x MX 10 mx2\n@ TXT new", "zone");
  const cached = worldNet({
    zone: "example.com 7 TXT old\nexample.com NS ns1.example.net\nns1.example.net A 192.0.2.53\n*.x.example.com 9 MX 10 mx1.example.com",
  });
  const own = worldNet({ zone: "example.com 86400 TXT old\n*.x.example.com 600 MX 10 mx1.example.com" });
  const net = (server: Net): Net => ({
    ...cached,
    dns: ((name, type, how) =>
      how?.server === undefined ? cached.dns(name, type) : server.dns(name, type)) as Net["dns"],
  });
  const ttls = async (server: Net): Promise<Record<string, number>> => {
    const { before } = await pairOf([zone], "live", net(server));
    return Object.fromEntries(before[0]!.records.map(({ name, type, ttl }) => [`${name} ${type}`, ttl]));
  };

  it("has the times that a server of the zone says, not what a resolver has left of them", async () => {
    expect(await ttls(own)).toMatchObject({ "example.com TXT": 86_400, "*.x.example.com MX": 600 });
  });

  it("has what is left of them where no server of the zone answers", async () => {
    expect(await ttls(worldNet({ zone: "example.com TXT !timeout" }))).toMatchObject({ "example.com TXT": 7 });
  });
});

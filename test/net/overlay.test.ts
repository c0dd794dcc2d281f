import { describe, expect, it } from "vitest";
import { overlay } from "../../src/net/overlay.js";
import type { Overlaid } from "../../src/net/zone-names.js";
import type { RecordType, ResourceRecord } from "../../src/net/net.js";
import { readRdata } from "../../src/syntax/rdata.js";
import { worldNet } from "../../src/testing/world.js";

const records = (text: string): ResourceRecord[] =>
  text
    .trim()
    .split("\n")
    .map((line) => {
      const [name, type, ...data] = line.trim().split(/\s+/) as [string, RecordType, ...string[]];
      const read = readRdata(type, data.join(" "));
      if (!("value" in read)) throw new Error(line);
      return { name, type, ttl: 300, data: read.value };
    });

const live = worldNet({
  zone: `example.com MX 10 old.example.com
    only-live.example.com A 192.0.2.9
    vendor.example TXT "v=spf1 ip4:192.0.2.0/24 -all"
    loop.example CNAME back.example.com
    sub.example.com A 192.0.2.77
    lb.example A 198.51.100.1`,
});

const proposed = `
  example.com MX 10 mx.example.com
  mx.example.com A 192.0.2.1
  a.b.example.com A 192.0.2.2
  *.example.com TXT wild
  *.example.com MX 5 mx.example.com
  host.wild.example.com A 192.0.2.3
  www.example.com CNAME mx.example.com
  away.example.com CNAME vendor.example
  round.example.com CNAME trip.example.com
  trip.example.com CNAME round.example.com
  there.example.com CNAME loop.example
  back.example.com TXT back
  sub.example.com NS ns.elsewhere.example
  dot\\.ted.example.com TXT x`;

const zoneOf = (more: Partial<Overlaid> = {}): Overlaid => ({
  origin: "example.com",
  whole: true,
  records: records(proposed),
  ...more,
});

async function asked(zone: Overlaid, name: string, type: RecordType): Promise<string> {
  try {
    const { rcode, records: found, aliases, server, loop } = await overlay(live, [zone]).dns(name, type);
    const from = server === "proposed" ? "proposed" : "live";
    return [
      from,
      loop ? "LOOP" : rcode,
      ...aliases.map((alias) => `>${alias}`),
      ...found.map(({ data }) => JSON.stringify(data)),
    ].join(" ");
  } catch (error) {
    return `unknown: ${(error as Error).message}`;
  }
}

describe("a whole zone", () => {
  it.each<[string, RecordType, string]>([
    ["example.com", "MX", 'proposed NOERROR {"preference":10,"exchange":"mx.example.com"}'],
    ["EXAMPLE.com.", "TXT", "proposed NOERROR"],
    ["only-live.example.com", "A", "proposed NOERROR"],
    ["b.example.com", "A", "proposed NOERROR"],
    ["b.example.com", "TXT", "proposed NOERROR"],
    ["x.example.com", "TXT", 'proposed NOERROR ["wild"]'],
    ["x.y.example.com", "TXT", 'proposed NOERROR ["wild"]'],
    ["x.wild.example.com", "TXT", "proposed NXDOMAIN"],
    ["host.wild.example.com", "MX", "proposed NOERROR"],
    ["www.example.com", "A", 'proposed NOERROR >mx.example.com "192.0.2.1"'],
    ["www.example.com", "CNAME", 'proposed NOERROR "mx.example.com"'],
    ["away.example.com", "TXT", 'live NOERROR >vendor.example ["v=spf1 ip4:192.0.2.0/24 -all"]'],
    ["round.example.com", "TXT", "proposed LOOP >trip.example.com"],
    ["there.example.com", "TXT", 'proposed NOERROR >loop.example >back.example.com ["back"]'],
    ["loop.example", "TXT", 'proposed NOERROR >back.example.com ["back"]'],
    ["sub.example.com", "A", 'live NOERROR "192.0.2.77"'],
    ["x.sub.example.com", "A", "live NXDOMAIN"],
    ["vendor.example", "TXT", 'live NOERROR ["v=spf1 ip4:192.0.2.0/24 -all"]'],
  ])("%s %s: %s", async (name, type, expected) => {
    expect(await asked(zoneOf(), name, type)).toBe(expected);
  });

  it("has nothing to say of its servers and signatures", async () => {
    const net = overlay(live, [zoneOf()]);
    for (const how of [{ server: "192.0.2.53" }, { dnssec: true }, { cd: true }])
      await expect(net.dns("example.com", "MX", how)).rejects.toThrow("what only its servers can tell");
  });

  it("hands names on to a zone below it that is proposed too", async () => {
    const below = { origin: "sub.example.com", whole: true, records: records("x.sub.example.com TXT here") };
    const { records: found } = await overlay(live, [zoneOf(), below]).dns("x.sub.example.com", "TXT");
    expect(found).toMatchObject([{ data: ["here"] }]);
  });
});

describe("a part of a zone", () => {
  const part = (more: Partial<Overlaid> = {}): Overlaid => zoneOf({ whole: false, ...more });
  it.each<[string, RecordType, string]>([
    ["example.com", "MX", 'proposed NOERROR {"preference":10,"exchange":"mx.example.com"}'],
    ["only-live.example.com", "A", 'live NOERROR "192.0.2.9"'],
    ["x.example.com", "TXT", "live NXDOMAIN"],
  ])("%s %s: %s", async (name, type, expected) => {
    expect(await asked(part(), name, type)).toBe(expected);
  });

  it("takes away what is gone, and no more", async () => {
    const gone = [{ name: "only-live.example.com", type: "A" as const }];
    expect(await asked(part({ gone }), "only-live.example.com", "A")).toBe("proposed NXDOMAIN");
    expect(await asked(part({ gone }), "only-live.example.com", "TXT")).toBe("live NOERROR");
  });
});

describe("what is not shown", () => {
  const others = [
    { name: "example.com", type: "TXT" as const, why: "computed" },
    { name: "lb.example.com", why: "alias", alias: "lb.example" },
    { name: "any.example.com", why: "sensitive" },
  ];
  it.each<[string, RecordType, string]>([
    ["example.com", "TXT", "unknown: example.com TXT: computed"],
    ["lb.example.com", "A", 'live NOERROR >lb.example "198.51.100.1"'],
    ["lb.example.com", "TXT", "unknown: lb.example.com TXT: alias"],
    ["any.example.com", "MX", "unknown: any.example.com MX: sensitive"],
    ["example.com", "A", "proposed NOERROR"],
  ])("%s %s: %s", async (name, type, expected) => {
    expect(await asked(zoneOf({ others }), name, type)).toBe(expected);
  });

  it("may be any name, so that none is known to be absent", async () => {
    const anywhere = zoneOf({ records: [], others: [{ type: "TXT", why: "computed" }] });
    expect(await asked(anywhere, "new.example.com", "TXT")).toBe(
      "unknown: a record whose name is not known may be at new.example.com: computed",
    );
    expect(await asked(anywhere, "new.example.com", "MX")).toBe("proposed NXDOMAIN");
  });
});

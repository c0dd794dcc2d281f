import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dnscontrol } from "../../src/zones/dnscontrol.js";
import { octetsOf, problems, read } from "./shown.js";

const domain = (more: object): object => ({
  name: "example.com",
  uniquename: "example.com",
  registrar: "none",
  dnsProviders: { main: -1 },
  records: [],
  ...more,
});
const ir = (...domains: object[]): object => ({ registrars: [], dns_providers: [], domains: domains.map(domain) });
const records = (...list: object[]): object =>
  ir({ records: list.map((one, at) => ({ filepos: `[line:${at + 1}:5]`, ttl: 300, name: "@", ...one })) });

/** What there is, without what a provider gives each zone. */
function shownOf(content: object): { zone: string; records: string[]; unknown: string[]; notes: string[] } {
  const [zone] = read(dnscontrol, content) as [
    { zone: string; records: string[]; unknown?: string[]; notes?: string[] },
  ];
  const { unknown = [], notes = [] } = zone;
  return { ...zone, unknown: unknown.filter((one) => !/ (?:SOA|NS) computed$/.test(one)), notes };
}

describe("a record of DNSControl", () => {
  it.each<[what: string, record: object, shown: string]>([
    ["A", { type: "A", name: "www", target: "192.0.2.1" }, "1 www.example.com 300 A 192.0.2.1"],
    ["MX", { type: "MX", mxpreference: 10, target: "mx.example.net." }, "1 example.com 300 MX 10 mx.example.net."],
    ["a null MX, of which no number is kept", { type: "MX", target: "." }, "1 example.com 300 MX 0 ."],
    ["a relative name", { type: "CNAME", name: "a", target: "b" }, "1 a.example.com 300 CNAME b.example.com."],
    ["text", { type: "TXT", target: 'v=DMARC1; p="none"\\' }, '1 example.com 300 TXT "v=DMARC1; p=\\"none\\"\\\\"'],
    [
      "long text, which the provider cuts",
      { type: "TXT", target: "x".repeat(256) },
      `1 example.com 300 TXT "${"x".repeat(255)}" "x"`,
    ],
    [
      "CAA",
      { type: "CAA", caatag: "issue", target: "ca.example; a=1" },
      '1 example.com 300 CAA 0 issue "ca.example; a=1"',
    ],
    [
      "SRV",
      { type: "SRV", name: "_a._tcp", srvweight: 1, srvport: 465, target: "mx.example.net." },
      "1 _a._tcp.example.com 300 SRV 0 1 465 mx.example.net.",
    ],
    [
      "TLSA",
      {
        type: "TLSA",
        name: "_25._tcp.mx",
        tlsausage: 3,
        tlsaselector: 1,
        tlsamatchingtype: 1,
        target: "ab".repeat(32),
      },
      `1 _25._tcp.mx.example.com 300 TLSA 3 1 1 ${"ab".repeat(32)}`,
    ],
    ["no TTL", { type: "A", ttl: 0, target: "192.0.2.1" }, "1 example.com 300? A 192.0.2.1"],
    [
      "a folder of names",
      { type: "A", name: "www", subdomain: "sub", target: "192.0.2.1" },
      "1 www.sub.example.com 300 A 192.0.2.1",
    ],
  ])("%s", (_, record, shown) => {
    expect(shownOf(records(record))).toEqual({ zone: "example.com zone", records: [shown], unknown: [], notes: [] });
  });

  it.each<[what: string, record: object, unknown: string[]]>([
    [
      "an alias",
      { type: "ALIAS", target: "b.example.net." },
      ["1 example.com A alias b.example.net", "1 example.com AAAA alias b.example.net"],
    ],
    [
      "an alias of Route 53",
      { type: "R53_ALIAS", target: "b.example.net.", r53_alias: { type: "AAAA" } },
      ["1 example.com AAAA alias b.example.net"],
    ],
    [
      "what Cloudflare answers itself",
      { type: "CNAME", name: "w", target: "b.example.net.", meta: { cloudflare_proxy: "on" } },
      ["1 w.example.com A proxied", "1 w.example.com AAAA proxied"],
    ],
    ["data that is none", { type: "A", target: "x" }, ['1 example.com A refused "x" is no IPv4 address']],
  ])("%s is there, and not known", (_, record, unknown) => {
    expect(shownOf(records(record))).toMatchObject({ records: [], unknown });
  });

  it("that is a rule is at no name", () => {
    expect(shownOf(records({ type: "CF_REDIRECT", target: "a,b" }))).toMatchObject({
      unknown: [],
      notes: ["1 CF_REDIRECT at example.com is a rule of the provider, and no record"],
    });
  });

  it.each([
    ["[line:5:7]", "dnsconfig.js", 5, 7],
    ["[domains/a.js:12:3]", "domains/a.js", 12, 3],
    ["nowhere", "zone.json", 13, 5],
  ])("is at its place: %s", (filepos, file, line, column) => {
    const octets = octetsOf(ir({ records: [{ type: "A", name: "@", target: "192.0.2.1", filepos }] }));
    expect(dnscontrol.read({ file: "zone.json", octets })[0]!.records).toMatchObject([{ file, line, column }]);
  });
});

describe("a zone of DNSControl", () => {
  it("has a view for each tag", () => {
    const octets = octetsOf(ir({ tag: "inside" }, { tag: "outside" }, { name: "example.org" }));
    expect(dnscontrol.read({ file: "ir.json", octets }).map(({ origin, view }) => [origin, view])).toEqual([
      ["example.com", "inside"],
      ["example.com", "outside"],
      ["example.org", undefined],
    ]);
  });

  it("has name servers that are named", () => {
    expect(shownOf(ir({ nameservers: [{ name: "ns1.example.net" }] })).records).toEqual([
      "5 example.com 300? NS ns1.example.net.",
    ]);
  });

  it.each<[what: string, more: object, zone: string, unknown: string[], note: string]>([
    ["NO_PURGE", { keepunknown: true }, "partial", [], "NO_PURGE: records that stand there and not here stay"],
    [
      "IGNORE_EXTERNAL_DNS",
      { ignore_external_dns: true },
      "partial",
      [],
      "IGNORE_EXTERNAL_DNS: records of external-dns stay",
    ],
    ["--raw", { rawrecords: [{}] }, "partial", [], "1 records are not worked out yet; leave out --raw"],
    [
      "IGNORE of many names",
      { unmanaged: [{ label_pattern: "*._domainkey" }] },
      "partial",
      [],
      "IGNORE *._domainkey * *: records that it fits stay as they are",
    ],
    [
      "IGNORE of a name",
      { unmanaged: [{ label_pattern: "a", rType_pattern: "A, TXT" }] },
      "zone",
      ["14 a.example.com A published", "14 a.example.com TXT published"],
      "IGNORE a A TXT *: what stands there stays, and is not known",
    ],
    [
      "IGNORE of the top",
      { unmanaged: [{ label_pattern: "@" }] },
      "zone",
      ["14 example.com ? published"],
      "IGNORE @ * *: what stands there stays, and is not known",
    ],
    [
      "ENSURE_ABSENT",
      { keepunknown: false, recordsabsent: [{ name: "a", type: "TXT", target: "x", filepos: "[line:1:1]" }] },
      "zone",
      [],
      "ENSURE_ABSENT: a TXT x is removed",
    ],
    ["no provider", { dnsProviders: {} }, "zone", [], "example.com is at no provider, so that none of it is published"],
  ])("with %s", (_, more, zone, unknown, note) => {
    const found = shownOf(ir(more));
    expect(found).toMatchObject({ zone: `example.com ${zone}`, unknown });
    expect(found.notes.map((one) => one.slice(one.indexOf(" ") + 1))).toEqual([note]);
  });

  it("has the name servers and the SOA record of its provider", () => {
    const [zone] = dnscontrol.read({ file: "ir.json", octets: octetsOf(ir({})) });
    expect(zone!.unknown!.map(({ name, type, why }) => `${name} ${type} ${why}`)).toEqual([
      "example.com SOA computed",
      "example.com NS computed",
    ]);
  });
});

describe("whatever stands in a record", () => {
  it("is read, or it is said what is wrong", () => {
    const keys = "type name target ttl filepos subdomain meta mxpreference caatag r53_alias svcparams naptrflags".split(
      " ",
    );
    const value = fc.oneof(
      fc.constantFrom(
        "",
        "@",
        "*",
        "a..b",
        "MX",
        "TXT",
        "CAA",
        "NAPTR",
        "HTTPS",
        "R53_ALIAS",
        "[line:1:0]",
        "__proto__",
        "\0",
      ),
      fc.jsonValue({ maxDepth: 2 }),
    );
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.constantFrom(...keys), value)), value, (list, more) => {
        for (const content of [ir({ records: list }), ir({ unmanaged: list, recordsabsent: list, nameservers: more })])
          expect(Array.isArray(problems(dnscontrol, content))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("what is no zone of DNSControl", () => {
  it.each<[what: string, content: object, problem: string]>([
    ["no domain", ir(), "no domain in it"],
    ["a domain without a name", ir({ name: undefined }), "a domain without a name"],
    ["a name that is none", records({ type: "A", name: "a..b" }), '"a..b" is no name'],
    [
      "a report",
      [{ domain: "example.com", corrections: 1, correction_details: [] }],
      "what dnscontrol preview reports, in which records cannot be told apart",
    ],
  ])("%s", (_, content, problem) => {
    const [found] = problems(dnscontrol, content);
    expect(found!.slice(found!.indexOf(" ") + 1)).toBe(problem);
  });

  it.each([
    [ir({}), true],
    [[{ domain: "a", corrections: 0 }], true],
    [{ result: [] }, false],
  ])("is told by how it begins: %j", (content, is) =>
    expect(dnscontrol.detect({ file: "x.json", octets: octetsOf(content) })).toBe(is),
  );
});

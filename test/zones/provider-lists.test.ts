import { describe, expect, it } from "vitest";
import { digitalocean } from "../../src/zones/digitalocean.js";
import { gcloud } from "../../src/zones/gcloud.js";
import { powerdns } from "../../src/zones/powerdns.js";
import type { Format } from "../../src/zones/source.js";
import { octetsOf, problems, read } from "./shown.js";

const rrset = (name: string, type: string, contents: (string | object)[], more: object = {}): object => ({
  name,
  type,
  ttl: 300,
  records: contents.map((content) => (typeof content === "string" ? { content, disabled: false } : content)),
  ...more,
});

describe("a zone of PowerDNS", () => {
  it("is whole", () =>
    expect(
      read(powerdns, {
        name: "example.com.",
        rrsets: [
          rrset("example.com.", "MX", ["10 mx1.example.com."]),
          rrset("_dmarc.example.com.", "TXT", ['"v=DMARC1\\; p=none"']),
          rrset("a.example.com.", "A", ["192.0.2.1", { content: "192.0.2.2", disabled: true }]),
          rrset("off.example.com.", "A", [{ content: "192.0.2.2", disabled: true }]),
          rrset("www.example.com.", "ALIAS", ["site.example.net."]),
          rrset("lua.example.com.", "LUA", ["A \"ifportup(443, {'192.0.2.1'})\""]),
          rrset("loc.example.com.", "LOC", ["31 58 52.100 S 115 49 11.700 E 20.00m"]),
          rrset("bad.example.com.", "MX", ["10 mail"]),
        ],
      }),
    ).toEqual([
      {
        zone: "example.com zone powerdns",
        records: [
          "4 example.com 300 MX 10 mx1.example.com.",
          '15 _dmarc.example.com 300 TXT "v=DMARC1; p=none"',
          "26 a.example.com 300 A 192.0.2.1",
        ],
        unknown: [
          "52 www.example.com A alias site.example.net",
          "52 www.example.com AAAA alias site.example.net",
          "63 lua.example.com ? proxied",
          '85 bad.example.com MX refused "mail" has no dot at its end',
        ],
        notes: [
          "26 a.example.com A: 1 disabled, and not served",
          "41 off.example.com A: 1 disabled, and not served",
          "63 lua.example.com has a record of type LUA, which is the provider's own",
        ],
      },
    ]));

  it("that is changed", () =>
    expect(
      read(
        powerdns,
        {
          rrsets: [
            rrset("example.com.", "TXT", ['"v=spf1 -all"'], { changetype: "REPLACE" }),
            { name: "old.example.com.", type: "TXT", changetype: "DELETE" },
          ],
        },
        { origin: "example.com" },
      ),
    ).toEqual([
      {
        zone: "example.com plan powerdns",
        records: ['3 example.com 300 TXT "v=spf1 -all"'],
        changes: [
          'update\n-? 3 example.com TXT published\n+ 3 example.com 300 TXT "v=spf1 -all"',
          "delete\n-? 15 old.example.com TXT published",
        ],
      },
    ]));
});

describe("a list of DigitalOcean", () => {
  const record = (type: string, name: string, data: string | null, more: object = {}): object => ({
    type,
    name,
    data,
    ttl: 1800,
    priority: null,
    ...more,
  });
  const list = {
    domain_records: [
      record("SOA", "@", null),
      record("NS", "@", "ns1.digitalocean.com"),
      record("MX", "@", "mx1.example.com", { priority: 10 }),
      record("MX", "sub", "@", { priority: 0 }),
      record("TXT", "@", "v=spf1 mx -all"),
      record("SRV", "_s._tcp", "sip.example.com", { priority: 1, weight: 2, port: 3 }),
      record("CAA", "@", "letsencrypt.org", { flags: 0, tag: "issue" }),
      record("CNAME", "www", "@"),
    ],
    meta: { total: 8 },
  };

  it("is a zone where all of it is there", () =>
    expect(read(digitalocean, list, { origin: "example.com" })).toMatchObject([
      {
        zone: "example.com zone digitalocean",
        records: [
          "10 example.com 1800 NS ns1.digitalocean.com.",
          "17 example.com 1800 MX 10 mx1.example.com.",
          '31 example.com 1800 TXT "v=spf1 mx -all"',
          '47 example.com 1800 CAA 0 issue "letsencrypt.org"',
          "24 sub.example.com 1800 MX 0 example.com.",
          "38 _s._tcp.example.com 1800 SRV 1 2 3 sip.example.com.",
          "56 www.example.com 1800 CNAME example.com.",
        ],
      },
    ]));

  it.each([{ meta: { total: 20 } }, { links: { pages: { next: "https://x" } } }])(
    "that goes on is a part: %j",
    (more) =>
      expect(read(digitalocean, { ...list, ...more }, { origin: "example.com" })).toMatchObject([
        { zone: "example.com partial digitalocean", notes: ["1 the list goes on; it is not all of the zone"] },
      ]),
  );

  it("of a domain that is not named", () =>
    expect(problems(digitalocean, list)).toEqual(["undefined:undefined which zone it is of is not known"]));
});

describe("what gcloud writes", () => {
  const yaml = `---
kind: dns#resourceRecordSet
name: example.com.
rrdatas:
- ns-cloud-a1.googledomains.com. cloud-dns-hostmaster.google.com. 1 21600 3600 259200 300
ttl: 21600
type: SOA
---
kind: dns#resourceRecordSet
name: example.com.
rrdatas:
- 1 aspmx.l.google.com.
- 5 alt1.aspmx.l.google.com.
ttl: 300
type: MX
---
kind: dns#resourceRecordSet
name: example.com.
rrdatas:
- '"v=spf1 include:_spf.google.com ~all"'
- v=spf1 -all
ttl: 3600
type: TXT
---
kind: dns#resourceRecordSet
name: geo.example.com.
routingPolicy:
  geo: {}
type: A
`;
  const records = [
    "2 example.com 21600 SOA ns-cloud-a1.googledomains.com. cloud-dns-hostmaster.google.com. 1 21600 3600 259200 300",
    "9 example.com 300 MX 1 aspmx.l.google.com.",
    "9 example.com 300 MX 5 alt1.aspmx.l.google.com.",
    '17 example.com 3600 TXT "v=spf1 include:_spf.google.com ~all"',
    '17 example.com 3600 TXT "v=spf1" "-all"',
  ];

  it("is a zone", () =>
    expect(read(gcloud, yaml, { file: "records.yaml" })).toEqual([
      {
        zone: "example.com zone google",
        records,
        unknown: ["25 geo.example.com A routing"],
        notes: ['17 example.com TXT: not in quotes, it is split at blanks, and is read as "v=spf1-all"'],
      },
    ]));

  it("in JSON is so too", () => {
    const set = {
      kind: "dns#resourceRecordSet",
      name: "example.com.",
      rrdatas: ["1 mx.example.com."],
      ttl: 60,
      type: "MX",
    };
    expect(read(gcloud, [set], { origin: "example.com" })).toEqual([
      { zone: "example.com partial google", records: ["2 example.com 60 MX 1 mx.example.com."] },
    ]);
  });

  it("for a transaction is a plan", () => {
    const transaction = `additions:
- kind: dns#resourceRecordSet
  name: example.com.
  rrdatas: [a. b. 2 1 1 1 1]
  ttl: 300
  type: SOA
- kind: dns#resourceRecordSet
  name: s2._domainkey.example.com.
  rrdatas: ['"v=DKIM1; p=AAAA"']
  ttl: 300
  type: TXT
deletions:
- kind: dns#resourceRecordSet
  name: example.com.
  rrdatas: [a. b. 1 1 1 1 1]
  ttl: 300
  type: SOA
- kind: dns#resourceRecordSet
  name: s1._domainkey.example.com.
  rrdatas: ['"v=DKIM1; p=BBBB"']
  ttl: 300
  type: TXT
`;
    expect(read(gcloud, transaction)).toEqual([
      {
        zone: "example.com plan google",
        records: ["2 example.com 300 SOA a. b. 2 1 1 1 1", '7 s2._domainkey.example.com 300 TXT "v=DKIM1; p=AAAA"'],
        changes: [
          "update\n- 13 example.com 300 SOA a. b. 1 1 1 1 1\n+ 2 example.com 300 SOA a. b. 2 1 1 1 1",
          'delete\n- 18 s1._domainkey.example.com 300 TXT "v=DKIM1; p=BBBB"',
          'create\n+ 7 s2._domainkey.example.com 300 TXT "v=DKIM1; p=AAAA"',
        ],
      },
    ]);
  });

  it.each<[Format, string, boolean]>([
    [gcloud, yaml, true],
    [gcloud, '[{"kind": "dns#resourceRecordSet"}]', true],
    [gcloud, "kind: DNSEndpoint", false],
    [powerdns, '{"rrsets": []}', true],
    [powerdns, "rrsets:", false],
    [digitalocean, '{"domain_records": []}', true],
    [digitalocean, '{"records": []}', false],
  ])("is told apart", (format, content, is) =>
    expect(format.detect({ file: "a", octets: octetsOf(content) })).toBe(is),
  );
});

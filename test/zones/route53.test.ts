import { describe, expect, it } from "vitest";
import { route53 } from "../../src/zones/route53.js";
import { problems, read } from "./shown.js";

const set = (Name: string, Type: string, values: string[], more: object = {}): object => ({
  Name,
  Type,
  TTL: 300,
  ResourceRecords: values.map((Value) => ({ Value })),
  ...more,
});

const soa = set("example.com.", "SOA", ["ns-1.awsdns-00.com. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400"]);

describe("a list of Route 53", () => {
  it("is the zone of its SOA record", () => {
    const list = {
      ResourceRecordSets: [
        soa,
        set("example.com.", "MX", ["10 mx1.example.com", "20  mx2.example.com."]),
        set("example.com.", "TXT", ['"v=spf1 mx -all"', '"a\\073\\"" "b"']),
        set("\\052.example.com.", "A", ["192.0.2.1"]),
        set("under\\137score.example.com.", "AAAA", ["2001:db8::1"]),
        { Name: "www.example.com.", Type: "A", AliasTarget: { HostedZoneId: "Z2", DNSName: "D1.cloudfront.net." } },
        { Name: "policy.example.com.", Type: "A", TrafficPolicyInstanceId: "foo", TTL: 60 },
        set("other.example.net.", "A", ["192.0.2.9"]),
      ],
    };
    expect(read(route53, list)).toEqual([
      {
        zone: "example.com zone route53",
        records: [
          "3 example.com 300 SOA ns-1.awsdns-00.com. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400",
          "13 example.com 300 MX 10 mx1.example.com.",
          "13 example.com 300 MX 20 mx2.example.com.",
          '26 example.com 300 TXT "v=spf1 mx -all"',
          '26 example.com 300 TXT "a;\\"" "b"',
          "39 *.example.com 300 A 192.0.2.1",
          "49 under_score.example.com 300 AAAA 2001:db8::1",
        ],
        unknown: ["59 www.example.com A alias d1.cloudfront.net", "67 policy.example.com A routing"],
        notes: ["73 other.example.net is outside example.com; it is left out"],
      },
    ]);
  });

  it.each<[string, object, string]>([
    ["weighted", { Weight: 5 }, "weight 5"],
    ["latency", { Region: "eu-west-1" }, "eu-west-1"],
    ["failover", { Failover: "PRIMARY" }, "primary"],
    ["geo", { GeoLocation: { ContinentCode: "EU" } }, "EU"],
    ["network", { CidrRoutingConfig: { CollectionId: "x", LocationName: "home" } }, "home"],
  ])("of %s sets that are the same is what all are answered", (kind, more, rule) => {
    const sets = ["one", "two"].map((SetIdentifier) =>
      set("example.com.", "TXT", ['"v=spf1 -all"'], { ...more, SetIdentifier }),
    );
    const [zone] = route53.read({ file: "a", octets: JSON.stringify({ ResourceRecordSets: [soa, ...sets] }) });
    expect(zone!.records.slice(1)).toMatchObject([{ type: "TXT", routing: { kind, id: "one", rule } }]);
    expect(zone!.unknown).toBeUndefined();
  });

  it("of sets that differ is not known", () => {
    const sets = ["one", "two"].map((SetIdentifier) =>
      set("example.com.", "TXT", [`"v=spf1 exists:${SetIdentifier} -all"`], { SetIdentifier, Weight: 1 }),
    );
    expect(read(route53, { ResourceRecordSets: [soa, ...sets] })).toMatchObject([
      { records: [expect.stringContaining("SOA")], unknown: ["13 example.com TXT routing"] },
    ]);
  });

  it.each([{ IsTruncated: true }, { NextToken: "x" }])("that goes on is a part: %j", (more) =>
    expect(read(route53, { ResourceRecordSets: [soa], ...more })).toMatchObject([
      { zone: "example.com partial route53", notes: ["3 the list goes on; it is not all of the zone"] },
    ]),
  );

  it("without an SOA record is a part", () =>
    expect(read(route53, { ResourceRecordSets: [set("a.example.com.", "A", ["192.0.2.1"])] })).toMatchObject([
      { zone: ". partial route53", records: ["3 a.example.com 300 A 192.0.2.1"] },
    ]));

  it("with data that no server takes says so", () =>
    expect(
      read(route53, {
        ResourceRecordSets: [
          soa,
          set("a.example.com.", "TXT", ["v=spf1 -all"]),
          set("b.example.com.", "A", ["300.1.1.1"]),
          set("c.example.com.", "A", []),
          set("d.example.com.", "TXT", [`"${"x".repeat(256)}"`]),
        ],
      }),
    ).toMatchObject([
      {
        records: [expect.stringContaining("SOA")],
        unknown: [
          "13 a.example.com TXT refused a part of the text is not in quotes",
          '23 b.example.com A refused "300.1.1.1" is no IPv4 address',
          "33 c.example.com A refused the data is missing",
          expect.stringContaining("39 d.example.com TXT refused a string of 256 octets"),
        ],
      },
    ]));
});

describe("a batch of changes of Route 53", () => {
  const change = (Action: string, ResourceRecordSet: object): object => ({ Action, ResourceRecordSet });
  const changes = [
    change("DELETE", set("example.com.", "MX", ["10 old.example.com."])),
    change("CREATE", set("example.com.", "MX", ["10 new.example.com."])),
    change("UPSERT", set("example.com.", "TXT", ['"v=spf1 -all"'])),
    change("CREATE", set("s1._domainkey.example.com.", "TXT", ['"v=DKIM1; p=AAAA"'])),
    change("DELETE", set("s0._domainkey.example.com.", "TXT", ['"v=DKIM1; p=BBBB"'])),
  ];
  const expected = [
    "update\n- 6 example.com 300 MX 10 old.example.com.\n+ 19 example.com 300 MX 10 new.example.com.",
    'update\n-? 32 example.com TXT published\n+ 32 example.com 300 TXT "v=spf1 -all"',
    'create\n+ 45 s1._domainkey.example.com 300 TXT "v=DKIM1; p=AAAA"',
    'delete\n- 58 s0._domainkey.example.com 300 TXT "v=DKIM1; p=BBBB"',
  ];

  it("is done as one", () =>
    expect(read(route53, { Changes: changes, Comment: null })).toMatchObject([
      {
        zone: ". plan route53",
        records: expect.arrayContaining([expect.stringContaining("new.example.com")]) as unknown,
      },
    ]));

  it("of a zone that is named", () =>
    expect(
      read(route53, { Comment: "x", ChangeBatch: undefined, Changes: changes }, { origin: "example.com" }),
    ).toMatchObject([{ zone: "example.com plan route53", changes: expected }]));

  it.each<[unknown, string]>([
    [{ Changes: [] }, ""],
    [{ ResourceRecordSets: [] }, "undefined:undefined no record set in it"],
    [{ ResourceRecordSets: {} }, '1:1 "ResourceRecordSets" is no list'],
    [{ Changes: [{ Action: "CREATE" }] }, "3:3 a change of nothing"],
    [[], "1:1 no map"],
  ])("%j", (content, problem) => expect(problems(route53, content).join()).toBe(problem));
});

describe("detection", () => {
  it.each([
    ['{"ResourceRecordSets": []}', true],
    ['{"Changes": [{"Action": "CREATE", "ResourceRecordSet": {}}]}', true],
    ["ResourceRecordSets: []", false],
    ['{"rrsets": []}', false],
  ])("%s", (octets, is) => expect(route53.detect({ file: "a.json", octets })).toBe(is));
});

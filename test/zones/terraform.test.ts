import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { terraform } from "../../src/zones/terraform.js";
import type { Source } from "../../src/zones/source.js";
import { octetsOf, problems, read, shown } from "./shown.js";

const fixture = (name: string): object[] => {
  const octets = readFileSync(new URL(`../fixtures/zones/${name}`, import.meta.url), "latin1");
  return terraform.read({ file: name, octets }).map(shown);
};

const plan = (resource_changes: object[], more: object = {}): object => ({
  format_version: "1.2",
  terraform_version: "1.11.4",
  resource_changes,
  ...more,
});

interface Sides {
  before?: object | null;
  after?: object | null;
  after_unknown?: object;
  after_sensitive?: object;
  before_sensitive?: object;
}
const step = (address: string, actions: string | string[], sides: Sides, more: object = {}): object => ({
  address,
  mode: "managed",
  type: /(\w+)\.\w+(?:\[[^\]]*\])?$/.exec(address)![1],
  change: { actions: [actions].flat(), before: null, after: null, ...sides },
  ...more,
});
const zone = (address: string, values: object): object => step(address, "no-op", { before: values, after: values });
const main = zone("aws_route53_zone.main", { zone_id: "Z1", name: "example.com" });
const txt = (text: string, more: object = {}): object => ({
  zone_id: "Z1",
  name: "",
  type: "TXT",
  ttl: 300,
  records: [text],
  ...more,
});

/** What one resource comes to. */
const record = (type: string, after: object, more: object[] = [main], how: Partial<Source> = {}): object[] =>
  read(terraform, plan([...more, step(`${type}.x`, "create", { after })]), how);

describe("the plan that Terraform wrote", () => {
  const zones = fixture("terraform-plan.json");

  it("has the records of each zone", () =>
    expect(zones).toMatchObject([
      {
        zone: "example.com partial route53",
        records: [
          'aws_route53_record.dmarc["_dmarc.example.com"] _dmarc.example.com 300 TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com"',
          "aws_route53_record.mx example.com 300 MX 0 example-com.mail.protection.outlook.com.",
        ],
        unknown: [
          "aws_route53_record.alias_www www2.example.com A alias d123.cloudfront.net",
          "aws_route53_record.apex_txt example.com TXT sensitive",
          expect.stringMatching(/dkim_new s2\._domainkey\.example\.com TXT refused a string of 410 octets/),
          "aws_route53_record.ses_dkim[0] ? CNAME computed",
          "aws_route53_record.ses_dkim[1] ? CNAME computed",
          "aws_route53_record.ses_dkim[2] ? CNAME computed",
        ],
      },
      { zone: "example.edu partial azure", records: { length: 4 } },
      { zone: ". partial", records: { length: 3 } },
      {
        zone: "example.io partial digitalocean",
        records: ["digitalocean_record.mx example.io 1800 MX 10 mail2.example.io."],
      },
      { zone: "example.de partial hetzner", records: ['hcloud_zone_rrset.spf example.de 3600? TXT "v=spf1 -all"'] },
      { zone: "example.nl partial powerdns", records: { length: 2 } },
    ]));

  it("has its steps in order", () =>
    expect((zones[0] as { changes: string[] }).changes).toMatchObject([
      "delete-create\n-? aws_route53_record.alias_www www.example.com A alias d123.cloudfront.net\n+? aws_route53_record.alias_www www2.example.com A alias d123.cloudfront.net",
      "update\n-? aws_route53_record.apex_txt example.com TXT sensitive\n+? aws_route53_record.apex_txt example.com TXT sensitive",
      expect.stringMatching(/^create\n\+\? aws_route53_record.dkim_new/),
      expect.stringMatching(/^delete\n- aws_route53_record.dkim_old s1._domainkey.example.com 3600 TXT "v=DKIM1;/),
      expect.stringMatching(/^create\n\+ aws_route53_record.dmarc/),
      "update\n- aws_route53_record.mx example.com 86400 MX 1 smtp.google.com.\n+ aws_route53_record.mx example.com 300 MX 0 example-com.mail.protection.outlook.com.",
      ...[0, 1, 2].map((at) => `create\n+? aws_route53_record.ses_dkim[${at}] ? CNAME computed`),
    ]));

  it("keeps no value that is sensitive", () => expect(JSON.stringify(zones)).not.toContain("SECRET"));

  it("says which zones it does not know", () =>
    expect(zones[2]).toMatchObject({
      notes: [
        expect.stringContaining('is split at blanks, and is read as "v=spf1-all"'),
        expect.stringMatching(/cloudflare_dns_record.caa the zone "0da42c\w+" has a name that is not in the plan/),
        expect.stringMatching(/google_dns_record_set.dkim the zone "example-org" has a name/),
      ],
    }));

  it("and its state before", () => {
    const state = fixture("terraform-state.json");
    expect(state.map((one) => (one as { zone: string }).zone)).toEqual([
      "example.com partial route53",
      "example.edu partial azure",
      ". partial",
      "example.io partial digitalocean",
      "example.de partial hetzner",
      "example.nl partial powerdns",
    ]);
    expect(JSON.stringify(state)).not.toContain("SECRET");
  });
});

describe("a resource", () => {
  const at = { zone_id: "Z1", ttl: 60 };
  const named = { type: "MX", name: "m", ttl: 60 };
  it.each<[string, object, string[]]>([
    ["aws_route53_record", { ...at, name: "@", type: "A", records: ["192.0.2.1"] }, ["@.example.com 60 A 192.0.2.1"]],
    [
      "aws_route53_record",
      { ...at, name: "Example.com", type: "A", records: ["192.0.2.1"] },
      ["example.com 60 A 192.0.2.1"],
    ],
    [
      "aws_route53_record",
      { ...at, name: "a.example.com.", type: "MX", records: ["10 mx"] },
      ["a.example.com 60 MX 10 mx."],
    ],
    ["aws_route53_record", { ...at, name: "a", type: "TXT", records: ['x""y'] }, ['a.example.com 60 TXT "x" "y"']],
    [
      "cloudflare_record",
      { ...at, name: "@", type: "TXT", value: "v=spf1 -all" },
      ['example.com 60 TXT "v=spf1 -all"'],
    ],
    [
      "cloudflare_record",
      { ...at, name: "a", type: "MX", value: "mx.example.com", priority: 5 },
      ["a.example.com 60 MX 5 mx.example.com."],
    ],
    [
      "cloudflare_record",
      { ...at, name: "a", type: "CAA", data: [{ flags: "0", tag: "issue", value: "ca.example" }] },
      ['a.example.com 60 CAA 0 issue "ca.example"'],
    ],
    [
      "cloudflare_dns_record",
      { ...at, ttl: 1, name: "a.example.com", type: "A", content: "192.0.2.1", proxied: false },
      ["a.example.com 300? A 192.0.2.1"],
    ],
  ])("%s %j", (type, values, records) =>
    expect(record(type, values, [main, zone("cloudflare_zone.main", { id: "Z1", name: "example.com" })])).toMatchObject(
      [{ records: records.map((one) => `${type}.x ${one}`) }],
    ),
  );

  it.each<[string, object, string]>([
    [
      "google_dns_record_set",
      { managed_zone: "z.example", ...named, name: "m.z.example.", rrdatas: ["1 mx.example.com."] },
      "m.z.example 60 MX 1 mx.example.com.",
    ],
    [
      "azurerm_dns_a_record",
      { zone_name: "z.example", name: "@", ttl: 60, records: ["192.0.2.1"] },
      "z.example 60 A 192.0.2.1",
    ],
    [
      "azurerm_dns_caa_record",
      { zone_name: "z.example", name: "c", ttl: 60, record: [{ flags: 0, tag: "issue", value: "ca.example" }] },
      'c.z.example 60 CAA 0 issue "ca.example"',
    ],
    [
      "azurerm_dns_cname_record",
      { zone_name: "z.example", name: "c", ttl: 60, record: "t.example.net" },
      "c.z.example 60 CNAME t.example.net.",
    ],
    [
      "azurerm_dns_srv_record",
      {
        zone_name: "z.example",
        name: "s",
        ttl: 60,
        record: [{ priority: 1, weight: 2, port: 3, target: "t.example.net" }],
      },
      "s.z.example 60 SRV 1 2 3 t.example.net.",
    ],
    [
      "azurerm_dns_txt_record",
      { zone_name: "z.example", name: "t", ttl: 60, record: [{ value: '"a" b' }] },
      't.z.example 60 TXT "\\"a\\" b"',
    ],
    [
      "digitalocean_record",
      { domain: "z.example", ...named, value: "@", priority: 10 },
      "m.z.example 60 MX 10 z.example.",
    ],
    [
      "digitalocean_record",
      { domain: "z.example", type: "CAA", name: "@", ttl: 60, flags: 0, tag: "issue", value: "ca.example." },
      'z.example 60 CAA 0 issue "ca.example"',
    ],
    ["hetznerdns_record", { zone_id: "z.example", ...named, value: "10 mail" }, "m.z.example 60 MX 10 mail.z.example."],
    [
      "hcloud_zone_record",
      { zone: "z.example", ...named, ttl: null, value: "10 mx.example.net." },
      "m.z.example 3600? MX 10 mx.example.net.",
    ],
    [
      "powerdns_record",
      { zone: "z.example.", ...named, name: "m.z.example.", records: ["10 mx.example.net."] },
      "m.z.example 60 MX 10 mx.example.net.",
    ],
    [
      "ns1_record",
      { zone: "z.example", domain: "m.z.example", type: "MX", ttl: 60, answers: [{ answer: "10 mx.example.net" }] },
      "m.z.example 60 MX 10 mx.example.net.",
    ],
    [
      "dnsimple_zone_record",
      { zone_name: "z.example", ...named, name: "", value: "mx.example.net", priority: 10 },
      "z.example 60 MX 10 mx.example.net.",
    ],
    [
      "gandi_livedns_record",
      { zone: "z.example", ...named, values: ["10 mail"] },
      "m.z.example 60 MX 10 mail.z.example.",
    ],
    [
      "ovh_domain_zone_record",
      { zone: "z.example", subdomain: "", fieldtype: "MX", ttl: 60, target: "10 mx.example.net." },
      "z.example 60 MX 10 mx.example.net.",
    ],
    [
      "linode_domain_record",
      { domain_id: "z.example", name: "", record_type: "MX", ttl_sec: 60, target: "mx.example.net", priority: 10 },
      "z.example 60 MX 10 mx.example.net.",
    ],
    [
      "vultr_dns_record",
      { domain: "z.example", ...named, data: "mx.example.net", priority: 10 },
      "m.z.example 60 MX 10 mx.example.net.",
    ],
    [
      "vercel_dns_record",
      { domain: "z.example", ...named, value: "mx.example.net", mx_priority: 10 },
      "m.z.example 60 MX 10 mx.example.net.",
    ],
    [
      "oci_dns_rrset",
      { zone_name_or_id: "z.example", domain: "m.z.example", rtype: "MX", items: [{ rdata: "10 mx.example.net." }] },
      "m.z.example 3600? MX 10 mx.example.net.",
    ],
    [
      "alicloud_alidns_record",
      { domain_name: "z.example", rr: "@", type: "MX", ttl: 60, value: "mx.example.net", priority: 5 },
      "z.example 60 MX 5 mx.example.net.",
    ],
    [
      "dns_mx_record_set",
      { zone: "z.example.", ttl: 60, mx: [{ preference: 10, exchange: "mx.example.net." }] },
      "z.example 60 MX 10 mx.example.net.",
    ],
    [
      "dns_txt_record_set",
      { zone: "z.example.", name: "t", ttl: 60, txt: ["v=spf1 -all"] },
      't.z.example 60 TXT "v=spf1 -all"',
    ],
  ])("%s %j", (type, values, line) =>
    expect(record(type, values, [])).toMatchObject([{ records: [`${type}.x ${line}`] }]),
  );

  it("that nobody told of", () => {
    const form = {
      provider: "absolute",
      zone: "z",
      name: "n",
      owner: "relative",
      type: { in: "t" },
      data: { texts: "v" },
    } as const;
    const values = { z: "z.example", n: "m", t: "MX", v: ["10 mx.example.net"] };
    expect(record("my_record", values, [], { resources: { my_record: form } })).toMatchObject([
      { zone: "z.example partial", records: ["my_record.x m.z.example 3600? MX 10 mx.example.net."] },
    ]);
    expect(problems(terraform, plan([step("my_record.x", "create", { after: values })]))).toEqual([
      "undefined:undefined no record of a type that is known in it",
    ]);
  });

  it.each<[string, Sides, string]>([
    [
      "aws_route53_record",
      {
        after: { zone_id: "Z1", type: "TXT", records: ["x", null] },
        after_unknown: { name: true, records: [false, true] },
      },
      "? TXT computed",
    ],
    [
      "aws_route53_record",
      { after: txt("x", { records: ["x", null] }), after_unknown: { records: [false, true] } },
      "example.com TXT computed",
    ],
    [
      "aws_route53_record",
      { after: { zone_id: "Z1", name: "a", records: ["x"] }, after_unknown: { type: true } },
      "a.example.com ? computed",
    ],
    ["aws_route53_record", { after: txt("hush"), after_sensitive: { records: [true] } }, "example.com TXT sensitive"],
    ["aws_route53_record", { after: txt("x", { name: "hush" }), after_sensitive: { name: true } }, "? TXT computed"],
    [
      "aws_route53_record",
      { after: txt("x", { records: null, alias: [{}] }), after_unknown: { alias: [{ name: true }] } },
      "example.com TXT alias",
    ],
    [
      "cloudflare_dns_record",
      { after: { zone_id: "Z1", name: "a", type: "A", proxied: true, content: "192.0.2.1" } },
      "a.example.com A proxied",
    ],
    [
      "cloudflare_dns_record",
      { after: { zone_id: "Z1", name: "a", type: "MX", ttl: 1 }, after_unknown: { content: true } },
      "a.example.com MX computed",
    ],
    [
      "cloudflare_dns_record",
      { after: { zone_id: "Z1", name: "a", type: "A", content: "192.0.2.1" }, after_unknown: { proxied: true } },
      "a.example.com A computed",
    ],
    [
      "digitalocean_record",
      { after: { domain: "example.com", name: "a", type: "MX", value: "mx.example.net", priority: 1 } },
      'a.example.com MX refused "mx.example.net" has no dot at its end',
    ],
    [
      "hcloud_zone_rrset",
      { after: { zone: "example.com", name: "@", type: "TXT", records: [{ value: "v=spf1 -all" }] } },
      "example.com TXT refused the text is not in quotes",
    ],
    [
      "azurerm_dns_a_record",
      { after: { zone_name: "example.com", name: "@", records: [], target_resource_id: "/x" } },
      "example.com A alias",
    ],
    [
      "google_dns_record_set",
      { after: { managed_zone: "example.com", name: "a.example.com.", type: "A", routing_policy: [{}] } },
      "a.example.com A routing",
    ],
  ])("%s of which not all is known: %j", (type, sides, line) => {
    const [first] = read(terraform, plan([main, step(`${type}.x`, "create", sides)]));
    expect((first as { unknown: string[] }).unknown[0]).toBe(`${type}.x ${line}`);
    expect(JSON.stringify(first)).not.toContain("hush");
  });
});

describe("what a plan does", () => {
  const [old, mx] = [txt("old"), txt("new")];
  const line = (text: string): string => `aws_route53_record.x example.com 300 TXT "${text}"`;
  it.each<[string, object, string[], string[] | undefined]>([
    ["nothing", step("aws_route53_record.x", "no-op", { before: old, after: old }), [line("old")], undefined],
    ["create", step("aws_route53_record.x", "create", { after: mx }), [line("new")], [`create\n+ ${line("new")}`]],
    ["delete", step("aws_route53_record.x", "delete", { before: old }), [], [`delete\n- ${line("old")}`]],
    [
      "replace",
      step("aws_route53_record.x", ["delete", "create"], { before: old, after: mx }),
      [line("new")],
      [`delete-create\n- ${line("old")}\n+ ${line("new")}`],
    ],
    [
      "replace, the new first",
      step("aws_route53_record.x", ["create", "delete"], { before: old, after: mx }),
      [line("new")],
      [`create-delete\n- ${line("old")}\n+ ${line("new")}`],
    ],
    ["forget", step("aws_route53_record.x", "forget", { before: old }), [line("old")], undefined],
    [
      "move",
      step("aws_route53_record.x", "update", { before: old, after: mx }, { previous_address: "aws_route53_record.y" }),
      [line("new")],
      [`update\nfrom aws_route53_record.y\n- ${line("old")}\n+ ${line("new")}`],
    ],
    ["read", step("data.aws_route53_record.x", "read", { after: mx }, { mode: "data" }), [], undefined],
  ])("%s", (_, change, records, changes) => {
    const [first] = read(
      terraform,
      plan([step("aws_route53_record.z", "no-op", { after: txt("z") }), main, change]),
    ) as {
      records: string[];
      changes?: string[];
    }[];
    expect(first!.records.slice(1)).toEqual(records);
    expect(first!.changes).toEqual(changes);
  });

  it("to a zone itself", () => {
    const values = { zone_id: "Z1", name: "example.com" };
    const how = ["delete", "create"];
    const [first] = terraform.read({
      file: "a",
      octets: octetsOf(plan([step("aws_route53_zone.main", how, { before: values, after: values })])),
    });
    expect(first).toMatchObject({ origin: "example.com", hosted: "replace" });
  });

  it("to a record that moves to another zone", () => {
    const other = zone("aws_route53_zone.other", { zone_id: "Z2", name: "example.net" });
    const change = step("aws_route53_record.x", ["delete", "create"], {
      before: old,
      after: txt("new", { zone_id: "Z2" }),
    });
    expect(read(terraform, plan([main, other, change]))).toMatchObject([
      { zone: "example.net partial route53", changes: ['create\n+ aws_route53_record.x example.net 300 TXT "new"'] },
      { zone: "example.com partial route53", changes: [`delete\n- ${line("old")}`] },
    ]);
  });

  it.each([{ errored: true }, { complete: false }])("in part only: %j", (more) => {
    const [first] = read(terraform, plan([main, step("aws_route53_record.x", "create", { after: mx })], more));
    expect((first as { notes: string[] }).notes).toEqual([expect.stringContaining("it is not all that will change")]);
  });
});

describe("the zone of a record", () => {
  const change = (address: string): object =>
    step(address, "create", { after: txt("x", { zone_id: undefined }), after_unknown: { zone_id: true } });
  const resource = (address: string, ...references: string[]): object => ({
    address,
    expressions: { zone_id: { references } },
  });
  const planned = (address: string, name = "example.com"): object =>
    step(address, "create", { after: { name }, after_unknown: { zone_id: true } });

  it.each<[string, object, string]>([
    [
      "beside it, not created yet",
      plan([planned("aws_route53_zone.main"), change("aws_route53_record.x")], {
        configuration: {
          root_module: {
            resources: [resource("aws_route53_record.x", "aws_route53_zone.main.zone_id", "aws_route53_zone.main")],
          },
        },
      }),
      "example.com partial route53",
    ],
    [
      "in its module",
      plan([planned("module.mail.aws_route53_zone.main"), change("module.mail.aws_route53_record.x")], {
        configuration: {
          root_module: {
            module_calls: {
              mail: { module: { resources: [resource("aws_route53_record.x", "aws_route53_zone.main.zone_id")] } },
            },
          },
        },
      }),
      "example.com partial route53",
    ],
    [
      "given to its module",
      plan([planned("aws_route53_zone.main"), change('module.mail["a"].aws_route53_record.x[0]')], {
        configuration: {
          root_module: {
            module_calls: {
              mail: {
                expressions: { zone: { references: ["aws_route53_zone.main.zone_id", "aws_route53_zone.main"] } },
                module: { resources: [resource("aws_route53_record.x", "var.zone")] },
              },
            },
          },
        },
      }),
      "example.com partial route53",
    ],
    [
      "that another module gives",
      plan([planned("module.zones.aws_route53_zone.main"), change("aws_route53_record.x")], {
        configuration: {
          root_module: {
            resources: [resource("aws_route53_record.x", "module.zones.id", "module.zones")],
            module_calls: {
              zones: { module: { outputs: { id: { expression: { references: ["aws_route53_zone.main.zone_id"] } } } } },
            },
          },
        },
      }),
      "example.com partial route53",
    ],
    [
      "of the same key",
      plan(
        [
          planned('aws_route53_zone.main["a"]'),
          planned('aws_route53_zone.main["b"]', "example.net"),
          change('aws_route53_record.x["b"]'),
        ],
        {
          configuration: {
            root_module: { resources: [resource("aws_route53_record.x", "aws_route53_zone.main", "each.key")] },
          },
        },
      ),
      "example.net partial route53",
    ],
    [
      "one of several",
      plan(
        [
          planned('aws_route53_zone.main["a"]'),
          planned('aws_route53_zone.main["b"]', "example.net"),
          change("aws_route53_record.x"),
        ],
        {
          configuration: { root_module: { resources: [resource("aws_route53_record.x", "aws_route53_zone.main")] } },
        },
      ),
      ". partial",
    ],
    [
      "that refers to itself",
      plan([change("module.a.aws_route53_record.x")], {
        configuration: {
          root_module: {
            module_calls: {
              a: {
                expressions: { z: { references: ["module.a.o"] } },
                module: {
                  resources: [resource("aws_route53_record.x", "var.z")],
                  outputs: { o: { expression: { references: ["var.z"] } } },
                },
              },
            },
          },
        },
      }),
      ". partial",
    ],
    [
      "that a data source found",
      plan([step("aws_route53_record.x", "create", { after: txt("x") })], {
        prior_state: {
          values: {
            root_module: {
              resources: [
                {
                  address: "data.aws_route53_zone.main",
                  mode: "data",
                  type: "aws_route53_zone",
                  values: { zone_id: "Z1", name: "example.com" },
                },
              ],
            },
          },
        },
      }),
      "example.com partial route53",
    ],
    [
      "that another record tells of",
      plan([
        step("aws_route53_record.y", "no-op", {
          before: txt("y", { name: "y", fqdn: "y.example.com" }),
          after: txt("y", { name: "y", fqdn: "y.example.com" }),
        }),
        step("aws_route53_record.x", "create", { after: txt("x") }),
      ]),
      "example.com partial route53",
    ],
  ])("%s", (_, content, expected) => {
    const found = read(terraform, content) as { zone: string; changes?: string[] }[];
    expect(found.flatMap(({ zone: name, changes }) => (changes ? name : []))).toEqual([expected]);
  });

  it("that the user names by its id", () =>
    expect(record("aws_route53_record", txt("x"), [], { zones: { Z1: "example.com" } })).toMatchObject([
      { zone: "example.com partial route53" },
    ]));

  it("that the user names, if it is the only one", () => {
    const two = [txt("x"), txt("y", { zone_id: "Z2" })].map((after, at) =>
      step(`aws_route53_record.x${at}`, "create", { after }),
    );
    expect(read(terraform, plan([two[0]!]), { origin: "example.com" })).toMatchObject([
      { zone: "example.com partial route53" },
    ]);
    expect(read(terraform, plan(two), { origin: "example.com" })).toMatchObject([{ zone: ". partial" }]);
    expect(read(terraform, plan([main, two[1]!]), { origin: "example.com" })).toMatchObject([
      { zone: "example.com partial route53", records: ['aws_route53_record.x1 example.com 300 TXT "y"'] },
    ]);
  });

  it.each([{ vpc: [{ vpc_id: "x" }] }, { private_zone: true }])("that only a private network sees: %j", (more) => {
    const inside = zone("aws_route53_zone.main", { zone_id: "Z1", name: "example.com", ...more });
    expect(record("aws_route53_record", txt("x"), [inside])).toEqual([
      {
        zone: "example.com partial",
        records: [],
        notes: [
          "aws_route53_record.x example.com is a zone that only a private network sees; its records are left out",
        ],
      },
    ]);
  });
});

describe("files that are something else", () => {
  it.each<[string, string]>([
    [
      '{"@level":"info","@message":"Terraform 1.11.4","terraform":"1.11.4"}\n{}',
      "1:1 the log of a plan, which has no values",
    ],
    [
      '{"version": 4, "terraform_version": "1.11.4", "lineage": "x", "resources": []}',
      "1:1 a state as Terraform stores it",
    ],
    ['{"format_version": "1.2", "terraform_version": "1.11.4"}', "1:1 neither a plan nor a state"],
    ['{"format_version": "1.2", "resource_changes": 1}', '1:1 "resource_changes" is no list'],
  ])("%s", (text, problem) => expect(problems(terraform, text)).toEqual([problem]));

  it.each([
    ['{"format_version":"1.2","terraform_version":"1.11.4"}', true],
    ['{"@level":"info","@message":"x","terraform":"1.11.4"}', true],
    ['{"version": 4, "terraform_version": "1", "lineage": "x"}', true],
    ['{"format_version": 1}', false],
    ["terraform_version: 1", false],
  ])("%s", (octets, is) => expect(terraform.detect({ file: "a.json", octets })).toBe(is));
});

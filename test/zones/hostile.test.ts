import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/usage.js";
import { cloudflare } from "../../src/zones/cloudflare.js";
import { azure } from "../../src/zones/azure.js";
import { cloudformation } from "../../src/zones/cloudformation.js";
import { digitalocean } from "../../src/zones/digitalocean.js";
import { dnscontrol } from "../../src/zones/dnscontrol.js";
import { externalDns } from "../../src/zones/external-dns.js";
import { gcloud } from "../../src/zones/gcloud.js";
import { octodnsPlan } from "../../src/zones/octodns-plan.js";
import { powerdns } from "../../src/zones/powerdns.js";
import { route53 } from "../../src/zones/route53.js";
import { terraform } from "../../src/zones/terraform.js";
import type { Format } from "../../src/zones/source.js";
import { octetsOf } from "./shown.js";

/** Words that formats look for, so that a value made at random gets somewhere. */
const words: Readonly<Record<string, readonly string[]>> = {
  route53: [
    "ResourceRecordSets",
    "Changes",
    "ResourceRecordSet",
    "Action",
    "Name",
    "Type",
    "TTL",
    "ResourceRecords",
    "Value",
    "AliasTarget",
    "DNSName",
    "GeoLocation",
    "SetIdentifier",
  ],
  cloudflare: [
    "result",
    "result_info",
    "total_count",
    "type",
    "name",
    "content",
    "data",
    "ttl",
    "proxied",
    "priority",
    "settings",
  ],
  powerdns: ["rrsets", "name", "type", "ttl", "records", "content", "disabled", "changetype"],
  digitalocean: ["domain_records", "type", "name", "data", "ttl", "priority", "meta", "links", "pages", "next"],
  terraform: [
    "resource_changes",
    "values",
    "root_module",
    "resources",
    "child_modules",
    "address",
    "mode",
    "type",
    "change",
    "actions",
    "before",
    "after",
    "after_unknown",
    "after_sensitive",
    "zone_id",
    "name",
    "records",
    "alias",
    "configuration",
    "module_calls",
    "module",
    "expressions",
    "references",
    "outputs",
    "planned_values",
  ],
  cloudformation: [
    "Resources",
    "Type",
    "Properties",
    "RecordSets",
    "Name",
    "TTL",
    "ResourceRecords",
    "HostedZoneName",
    "HostedZoneId",
    "AliasTarget",
    "DNSName",
    "Ref",
    "Fn::Join",
    "Fn::Sub",
    "Condition",
  ],
  "external-dns": [
    "kind",
    "items",
    "spec",
    "endpoints",
    "dnsName",
    "recordType",
    "recordTTL",
    "targets",
    "setIdentifier",
    "providerSpecific",
    "name",
    "value",
  ],
  dnscontrol: [
    "domains",
    "name",
    "records",
    "type",
    "target",
    "ttl",
    "mxpreference",
    "caatag",
    "keepunknown",
    "meta",
    "dnsProviders",
    "txtstrings",
    "r53_alias",
    "unmanaged",
  ],
  "octodns-plan": [
    "live",
    "example.com.",
    "changes",
    "existing",
    "new",
    "record_type",
    "name",
    "type",
    "ttl",
    "value",
    "values",
    "exchange",
    "preference",
  ],
  azure: [
    "id",
    "type",
    "name",
    "fqdn",
    "TTL",
    "value",
    "nextLink",
    "MXRecords",
    "TXTRecords",
    "ARecords",
    "targetResource",
  ],
  gcloud: ["additions", "deletions", "kind", "name", "rrdatas", "ttl", "type", "routingPolicy"],
};

const texts = fc.constantFrom(
  "",
  ".",
  "@",
  "a..b",
  "example.com.",
  "MX",
  "TXT",
  "CNAME",
  "A",
  "DELETE",
  "UPSERT",
  '"',
  "\\",
  "\\052",
  "10 mx",
  '"v=spf1',
  "__proto__",
  "constructor",
  "\0",
  "\ud800",
  "1e999",
  "aws_route53_record",
  "aws_route53_record.x",
  "aws_route53_zone",
  "cloudflare_dns_record",
  "azurerm_dns_mx_record",
  "module.a.b.c",
  "AWS::Route53::RecordSet",
  "AWS::Route53::RecordSetGroup",
  "AWS::Route53::HostedZone",
  "DNSEndpoint",
  "DNSEndpointList",
  "delete",
  "create",
);
const scalars = fc.oneof(texts, fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null));

const valueOf = (keys: readonly string[]): fc.Arbitrary<unknown> =>
  fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 6, depthSize: "medium" },
      scalars,
      fc.array(tie("any"), { maxLength: 4 }),
      fc.dictionary(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...keys) }, texts), tie("any"), { maxKeys: 8 }),
    ),
  })).any;

/** Where a format has its records, so that more of what is made at random is read as one. */
const places: Readonly<Record<string, (value: unknown) => unknown>> = {
  cloudformation: (value) => ({
    Resources: {
      a: { Type: "AWS::Route53::RecordSet", Properties: value },
      b: { Type: "AWS::Route53::RecordSetGroup", Properties: { HostedZoneName: "example.com.", RecordSets: [value] } },
    },
  }),
  "external-dns": (value) => ({ kind: "DNSEndpoint", spec: { endpoints: [value] } }),
  dnscontrol: (value) => ({ registrars: [], domains: [{ name: "example.com", records: [value] }] }),
  azure: (value) => [
    {
      id: "/dnszones/example.com/MX/@",
      type: "Microsoft.Network/dnszones/MX",
      name: "@",
      MXRecords: [value],
      TXTRecords: [value],
    },
    value,
  ],
  "octodns-plan": (value) => ({ live: { "example.com.": { changes: [value] } } }),
  terraform: (value) => ({ resource_changes: [value] }),
};

const formats: readonly Format[] = [
  route53,
  cloudflare,
  powerdns,
  digitalocean,
  gcloud,
  terraform,
  cloudformation,
  externalDns,
  dnscontrol,
  octodnsPlan,
  azure,
];

describe("whatever is given to it", () => {
  it.each(formats.map((format) => [format.id, format] as const))(
    "%s reads zones, or says what is wrong",
    (id, format) => {
      const value = valueOf(words[id]!);
      const any = fc.oneof(value, value.map(places[id] ?? ((one) => one)));
      fc.assert(
        fc.property(any, fc.constantFrom(undefined, "example.com"), (value, origin) => {
          const octets = octetsOf(JSON.stringify(value) ?? "");
          format.detect({ file: "a.json", octets });
          try {
            for (const zone of format.read({ file: "a.json", octets, ...(origin !== undefined && { origin }) }))
              expect(zone.records.every(({ line, column }) => line > 0 && column > 0)).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(UsageError);
          }
        }),
        { numRuns: 300 },
      );
    },
  );
});

import { describe, expect, it } from "vitest";
import { cloudformation } from "../../src/zones/cloudformation.js";
import { UsageError } from "../../src/usage.js";

const read = (octets: string, more: object = {}) =>
  cloudformation.read({ file: "mail.template.json", octets, ...more });
const set = (properties: object): object => ({ Type: "AWS::Route53::RecordSet", Properties: properties });
const template = (resources: object): string => JSON.stringify({ Resources: resources }, undefined, 1);

const zones = read(
  template({
    Zone: { Type: "AWS::Route53::HostedZone", Properties: { Name: "example.net." } },
    Mx: set({
      HostedZoneName: "example.com.",
      Name: "example.com.",
      Type: "MX",
      TTL: "1800",
      ResourceRecords: ["10 mx1.example.com"],
    }),
    Spf: set({
      HostedZoneName: "example.com.",
      Name: "example.com",
      Type: "TXT",
      TTL: "300",
      ResourceRecords: ['"v=spf1 mx -all"'],
    }),
    Key: set({
      HostedZoneName: "example.com.",
      Name: "s1._domainkey.example.com.",
      Type: "TXT",
      TTL: "300",
      ResourceRecords: [{ "Fn::Join": ["", ['"v=DKIM1; p=', { Ref: "Key" }, '"']] }],
    }),
    Other: set({
      HostedZoneId: { Ref: "Zone" },
      Name: "example.net.",
      Type: "MX",
      TTL: "60",
      ResourceRecords: ["0 ."],
    }),
    Far: set({ HostedZoneId: "Z1", Name: "far.example.", Type: "A", TTL: "60", ResourceRecords: ["192.0.2.1"] }),
    Group: {
      Type: "AWS::Route53::RecordSetGroup",
      Properties: {
        HostedZoneName: "example.com.",
        RecordSets: [
          { Name: "\\052.example.com.", Type: "A", TTL: "60", ResourceRecords: ["192.0.2.2"] },
          { Name: "www.example.com.", Type: "A", AliasTarget: { DNSName: "lb.example.org.", HostedZoneId: "Z2" } },
        ],
      },
    },
    Bucket: { Type: "AWS::S3::Bucket" },
  }),
);
const zone = (origin: string) => zones.find((one) => one.origin === origin)!;

describe("a template of CloudFormation", () => {
  it("has parts of its zones, by their names", () => {
    expect(zones.map(({ origin }) => origin).sort()).toEqual([".", "example.com", "example.net"]);
    expect(new Set(zones.map(({ completeness }) => completeness))).toEqual(new Set(["partial"]));
    expect(zone("example.net").records).toMatchObject([{ name: "example.net", type: "MX" }]);
    expect(zone(".").records).toMatchObject([{ name: "far.example", type: "A" }]);
  });

  it("has records with their resource and place", () => {
    expect(zone("example.com").records).toMatchObject([
      {
        name: "example.com",
        type: "MX",
        ttl: 1_800,
        address: "Mx",
        data: { preference: 10, exchange: "mx1.example.com" },
      },
      { name: "example.com", type: "TXT", data: ["v=spf1 mx -all"], address: "Spf" },
      { name: "*.example.com", type: "A", data: "192.0.2.2", address: "Group[0]" },
    ]);
  });

  it("does not know what functions make, and what an alias answers", () => {
    const unknown = zone("example.com").unknown!;
    expect(unknown).toContainEqual(
      expect.objectContaining({ name: "s1._domainkey.example.com", type: "TXT", why: "computed" }),
    );
    expect(unknown).toContainEqual(
      expect.objectContaining({ name: "www.example.com", type: "A", why: "alias", alias: "lb.example.org" }),
    );
  });

  it("takes the name of a zone from whoever knows its id", () => {
    const far = template({
      Far: set({ HostedZoneId: "Z1", Name: "far.example.", Type: "A", TTL: "60", ResourceRecords: ["192.0.2.1"] }),
    });
    expect(read(far, { zones: { Z1: "far.example" } })[0]!.origin).toBe("far.example");
    expect(read(far, { origin: "far.example" })[0]!.origin).toBe("far.example");
  });

  it("is read from YAML with short functions", () => {
    const yaml = `Resources:
  Spf:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneName: example.com.
      Name: !Sub "\${Domain}."
      Type: TXT
      TTL: '300'
      ResourceRecords: ['"v=spf1 -all"']
  Mx:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneName: example.com.
      Name: example.com.
      Type: MX
      TTL: '300'
      ResourceRecords: [!Ref Host]
`;
    const [found] = read(yaml);
    expect(found!.records).toEqual([]);
    expect(found!.unknown).toMatchObject([
      { type: "TXT", why: "computed" },
      { name: "example.com", type: "MX", why: "computed" },
    ]);
    expect(found!.unknown![0]).not.toHaveProperty("name");
  });

  it.each([template({ Bucket: { Type: "AWS::S3::Bucket" } }), template({ A: set({ ResourceRecords: 7 }) }), "[]"])(
    "without a record set, or of another form, is refused",
    (octets) => expect(() => read(octets)).toThrow(UsageError),
  );

  it("is known by its resources", () => {
    expect(cloudformation.detect({ file: "t.json", octets: template({ A: set({}) }) })).toBe(true);
    expect(cloudformation.detect({ file: "t.json", octets: template({ Bucket: { Type: "AWS::S3::Bucket" } }) })).toBe(
      false,
    );
  });
});

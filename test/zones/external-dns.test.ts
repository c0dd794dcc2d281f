import { describe, expect, it } from "vitest";
import { externalDns } from "../../src/zones/external-dns.js";
import { UsageError } from "../../src/usage.js";

const yaml = `# mail
---
apiVersion: externaldns.k8s.io/v1alpha1
kind: DNSEndpoint
metadata:
  name: mail
spec:
  endpoints:
    - dnsName: example.com
      recordTTL: 180
      recordType: MX
      targets:
        - 10 mx1.example.com
        - 20 mx2.example.com.
    - dnsName: example.com
      recordType: TXT
      targets: ["v=spf1 mx; x -all"]
---
apiVersion: externaldns.k8s.io/v1alpha1
kind: DNSEndpoint
spec:
  endpoints:
    - dnsName: www.example.com
      recordType: A
      targets: [192.0.2.1]
      providerSpecific:
        - name: external-dns.kubernetes.io/cloudflare-proxied
          value: "true"
    - dnsName: eu.example.com
      recordType: CNAME
      setIdentifier: eu
      targets: [mail.example.net]
`;
const read = (octets: string, origin?: string) =>
  externalDns.read({ file: "mail.yaml", octets, ...(origin !== undefined && { origin }) });

describe("DNSEndpoint", () => {
  const [zone, ...others] = read(yaml);

  it("is a part of some zone", () => {
    expect(others).toEqual([]);
    expect(zone).toMatchObject({ origin: ".", completeness: "partial", provider: "external-dns" });
    expect(read(yaml, "example.com")[0]!.origin).toBe("example.com");
  });

  it("has its records, with their places", () => {
    expect(zone!.records).toMatchObject([
      { name: "example.com", type: "MX", ttl: 180, data: { preference: 10, exchange: "mx1.example.com" }, line: 9 },
      { name: "example.com", type: "MX", data: { preference: 20, exchange: "mx2.example.com" } },
      { name: "example.com", type: "TXT", ttl: 300, ttlAssumed: true, data: ["v=spf1 mx; x -all"], line: 15 },
      { name: "eu.example.com", type: "CNAME", data: "mail.example.net", routing: { id: "eu" } },
    ]);
  });

  it("does not know what a proxy answers", () => {
    expect(zone!.unknown).toMatchObject([{ name: "www.example.com", type: "A", why: "proxied" }]);
  });

  it("is read from JSON, and from a list", () => {
    const list = { kind: "List", items: [{ kind: "Service" }, { kind: "DNSEndpoint", spec: { endpoints: [] } }] };
    expect(() => read(JSON.stringify(list))).toThrow(UsageError);
    const one = { dnsName: "example.org", recordType: "A", targets: ["192.0.2.7"] };
    list.items[1] = { kind: "DNSEndpoint", spec: { endpoints: [one] } } as never;
    expect(read(JSON.stringify(list))[0]!.records).toMatchObject([{ name: "example.org", data: "192.0.2.7" }]);
  });

  it.each<[string, boolean]>([
    [yaml, true],
    ['{"kind":"DNSEndpoint","spec":{}}', true],
    ["kind: Service\nmetadata:\n  name: DNSEndpoint\n", false],
    ["example.com. MX 10 mx1.example.com.", false],
  ])("is known by its kind", (octets, is) => {
    expect(externalDns.detect({ file: "x.yaml", octets })).toBe(is);
  });

  it.each(["kind: DNSEndpoint\nspec:\n  endpoints: 7", "kind: DNSEndpoint\nspec:\n  endpoints:\n    - 7"])(
    "of another form is refused: %j",
    (octets) => expect(() => read(octets)).toThrow(UsageError),
  );
});

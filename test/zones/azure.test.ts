import { describe, expect, it } from "vitest";
import { azure } from "../../src/zones/azure.js";
import { octetsOf, problems, read } from "./shown.js";

const set = (type: string, name: string, more: object): object => ({
  fqdn: name === "@" ? "example.com." : `${name}.example.com.`,
  id: `/subscriptions/0/resourceGroups/dns/providers/Microsoft.Network/dnszones/example.com/${type}/${name}`,
  name,
  TTL: 3600,
  type: `Microsoft.Network/dnszones/${type}`,
  ...more,
});

const soa = {
  email: "hostmaster.example.com",
  expireTime: 2419200,
  host: "ns1-01.azure-dns.com.",
  minimumTTL: 300,
  refreshTime: 3600,
  retryTime: 300,
  serialNumber: 1,
};

describe("a zone of Azure", () => {
  const sets = [
    set("SOA", "@", { SOARecord: soa }),
    set("MX", "@", { MXRecords: [{ exchange: "mx1.example.com", preference: 10 }] }),
    set("TXT", "@", {
      TXTRecords: [{ value: ["v=spf1 include:_spf.", "example.com -all"] }, { value: ["other; text"] }],
    }),
    set("A", "mx1", { ARecords: [{ ipv4Address: "192.0.2.1" }, { ipv4Address: "192.0.2.2" }] }),
    set("CNAME", "s1._domainkey", { CNAMERecord: { cname: "s1.example.net" }, ttl: 60, TTL: undefined }),
    set("A", "www", { targetResource: { id: "/subscriptions/0/x" }, ARecords: [] }),
    set("CAA", "@", { caaRecords: [{ flags: 0, tag: "issue", value: "ca.example" }] }),
    set("A", "bad", { ARecords: [{ ipv4Address: "192.0.2" }] }),
    set("MX", "none", { MXRecords: [] }),
    set("MX", "text", { MXRecords: ["10 mx1"] }),
  ];

  it("is whole", () =>
    expect(read(azure, sets)).toEqual([
      {
        zone: "example.com zone azure",
        records: expect.arrayContaining([
          expect.stringMatching(
            / example\.com 3600 SOA ns1-01\.azure-dns\.com\. hostmaster\.example\.com\. 1 3600 300 2419200 300$/,
          ),
          expect.stringMatching(/ example\.com 3600 MX 10 mx1\.example\.com\.$/),
          expect.stringMatching(/ example\.com 3600 TXT "v=spf1 include:_spf\.example\.com -all"$/),
          expect.stringMatching(/ example\.com 3600 TXT "other; text"$/),
          expect.stringMatching(/ mx1\.example\.com 3600 A 192\.0\.2\.2$/),
          expect.stringMatching(/ s1\._domainkey\.example\.com 60 CNAME s1\.example\.net\.$/),
          expect.stringMatching(/ example\.com 3600 CAA 0 issue "ca\.example"$/),
        ]),
        unknown: [
          expect.stringMatching(/ www\.example\.com A alias$/),
          expect.stringMatching(/ bad\.example\.com A refused /),
          expect.stringMatching(/ none\.example\.com MX refused the data is missing$/),
          expect.stringMatching(/ text\.example\.com MX refused the data is no text$/),
        ],
      },
    ]));

  it("has no more records than it says", () => {
    const [zone] = azure.read({ file: "a.json", octets: octetsOf(sets) });
    expect(zone!.records).toHaveLength(8);
  });

  it("of which there are more pages is not all", () =>
    expect(read(azure, { value: sets.slice(0, 2), nextLink: "https://management.azure.com/next" })).toMatchObject([
      { zone: "example.com partial azure", notes: ["1 the list goes on; it is not all of the zone"] },
    ]));

  it("is told from other files, and is not empty", () => {
    const detected = (content: unknown): boolean => azure.detect({ file: "a.json", octets: octetsOf(content) });
    expect(detected(sets)).toBe(true);
    expect(detected([{ type: "MX" }])).toBe(false);
    expect(problems(azure, [...sets, "a"])).toEqual(["1:1 the list holds what is no record set"]);
    expect(problems(azure, [])).toEqual([expect.stringContaining("no record set in it")]);
  });
});

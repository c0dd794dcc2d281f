import { describe, expect, it } from "vitest";
import { blocklist } from "../../src/data/blocklist.js";
import { readListAnswer } from "../../src/facts/list-answer.js";
import type { Answer } from "../../src/net/net.js";

const answer = (...codes: string[]): Answer<"A"> => ({
  name: "25.2.0.192.list.example",
  type: "A",
  rcode: codes.length > 0 ? "NOERROR" : "NXDOMAIN",
  records: codes.map((data) => ({ name: "25.2.0.192.list.example", type: "A", ttl: 300, data })),
  aliases: [],
  ad: false,
  server: "192.0.2.53",
});

describe("the answer of a blocklist", () => {
  it.each<[string, string[], string]>([
    ["zen.spamhaus.org", [], "clean"],
    ["zen.spamhaus.org", ["127.0.0.2"], "listed"],
    ["zen.spamhaus.org", ["127.0.0.77", "127.0.0.2"], "listed"],
    ["zen.spamhaus.org", ["127.0.0.77"], "undocumented"],
    ["zen.spamhaus.org", ["127.0.0.1"], "undocumented"],
    ["zen.spamhaus.org", ["127.255.255.254"], "refused"],
    ["zen.spamhaus.org", ["127.255.255.0"], "refused"],
    ["zen.spamhaus.org", ["127.0.0.2", "127.255.255.255"], "refused"],
    ["zen.spamhaus.org", ["203.0.113.80"], "stray"],
    ["zen.spamhaus.org", ["127.0.0.2", "203.0.113.80"], "stray"],
    ["dbl.spamhaus.org", ["127.0.1.255"], "refused"],
    ["dbl.spamhaus.org", ["127.0.1.106"], "listed"],
    ["multi.surbl.org", ["127.0.0.1"], "refused"],
    ["multi.surbl.org", ["127.0.0.254"], "listed"],
    ["multi.surbl.org", ["127.0.0.2"], "undocumented"],
    ["multi.uribl.com", ["127.0.0.1"], "refused"],
    ["list.dnswl.org", ["127.0.3.1"], "listed"],
    ["list.dnswl.org", ["127.0.3.255"], "refused"],
    ["list.dnswl.org", ["127.0.10.3"], "refused"],
    ["list.dnswl.org", ["127.0.10.0"], "undocumented"],
    ["list.dnswl.org", ["127.0.3.4"], "undocumented"],
    ["bl.example.net", ["127.0.0.2"], "listed"],
    ["bl.example.net", ["127.0.0.3"], "undocumented"],
  ])("of %s with %j is %s", (zone, codes, is) => {
    expect(readListAnswer(blocklist(zone), answer(...codes)).is).toBe(is);
  });

  it("names every bit of a sum", () => {
    expect(readListAnswer(blocklist("multi.surbl.org"), answer("127.0.0.80"))).toEqual({
      is: "listed",
      meanings: [{ means: "MW, malware" }, { means: "ABUSE, spam and other abuse" }],
    });
  });
});

import { describe, expect, it } from "vitest";
import { cli } from "./cli.js";
import { ip, servers } from "./hosts.js";

const asked = ["--resolver", servers.resolver, "--json"];

const flat = "v=spf1 ip4:198.51.101.20/30 ip4:198.51.101.24/30 ip4:198.51.101.28/31 ip4:198.51.101.30 -all";

describe("the commands that look closely, behind Unbound and BIND", () => {
  it.each<[string, string[], number, object]>([
    [
      "a record within the limit",
      ["spf", "healthy.test"],
      0,
      { published: { lookups: 0, who: { v4: 1, networks: [ip(25)] } } },
    ],
    [
      "an address that it names",
      ["spf", "healthy.test", "--ip", ip(25)],
      0,
      { published: { results: [{ result: "pass" }] } },
    ],
    [
      "one that it does not",
      ["spf", "healthy.test", "--ip", ip(99)],
      1,
      { published: { results: [{ result: "fail", matched: { term: "-all" } }] } },
    ],
    ["eleven lookups", ["spf", "eleven.test"], 1, { published: { lookups: 11, who: { v4: 11 } } }],
    [
      "one of them taken out",
      ["spf", "eleven.test", "--remove", "include:i3.eleven.test"],
      0,
      { edited: { records: [{ name: "eleven.test" }] } },
    ],
    [
      "eleven lookups as addresses",
      ["spf", "eleven.test", "--flatten"],
      0,
      { flattened: { records: [{ record: flat }] } },
    ],
    [
      "an include that nobody answers for",
      ["spf", "unsure.test"],
      3,
      { published: { unknown: [expect.stringContaining("spf.broken.test")] } },
    ],
    [
      "a DMARC record",
      ["dmarc", "healthy.test"],
      0,
      { policy: { value: { inherited: false, itself: { applied: "reject" } } } },
    ],
    [
      "a name below it",
      ["dmarc", "sub.healthy.test"],
      0,
      { policy: { value: { inherited: true, at: "healthy.test" } } },
    ],
    ["signatures that have ended", ["dmarc", "stale.test"], 3, { policy: { state: "unknown", code: "servfail" } }],
    ["a key", ["dkim", "healthy.test", "--selector", "s1"], 0, { selectors: [{ state: "ok", answer: { ad: true } }] }],
    [
      "a key that nobody answers for",
      ["dkim", "broken.test", "--selector", "s1"],
      3,
      { selectors: [{ state: "unknown" }] },
    ],
    [
      "one answer",
      ["dns", "healthy.test", "MX"],
      0,
      [{ answer: { records: [{ data: { exchange: "mx.healthy.test" } }] } }],
    ],
  ])("%s", async (_, args, status, wanted) => {
    const { stdout, stderr, ...exited } = await cli([...args, ...asked]);
    expect({ args, ...exited, stderr }).toMatchObject({ args, status, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject(wanted);
  });
});

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { audit, expectTroubles, type Table } from "./cli.js";
import { ip, servers } from "./hosts.js";

const sender = ["--sender", ip(25)];
const permerror = (why: string): string => `fail: permerror, ${why}`;

describe("records", () => {
  it.concurrent.each<[string, string[], number, Table]>([
    ["a name server that answers in full", ["healthy.test", ...sender], 0, {}],
    [
      "nothing published",
      ["unpublished.test", ...sender],
      1,
      {
        "spf/present": "fail: no SPF record",
        "spf/authorises-host": "fail: no SPF record",
        "dkim/selector-present": "fail: no TXT record here is a DKIM key",
        "dmarc/present": "fail: no DMARC record",
      },
    ],
    [
      "an MX that is an alias",
      ["alias.test"],
      1,
      {
        "mx/target-not-cname": "fail: an alias of mx.healthy.test",
        "cert/name-match": "warn: names mx.healthy.test, not mx.alias.test",
      },
    ],
    ["an MX without an address", ["dangling.test"], 1, { "mx/target-resolves": "fail: no address" }],
    ["a spare MX without one", ["spare.test"], 1, { "mx/target-resolves": "fail: no address" }],
    ["an address in an MX", ["addressed.test"], 1, { "mx/target-is-hostname": "fail: an address in place of a name" }],
    [
      "two SPF records",
      ["twospf.test", ...sender],
      1,
      { "spf/single-record": "fail: 2 SPF records", "spf/authorises-host": permerror("twospf.test publishes 2") },
    ],
    ["SPF for everybody", ["open.test"], 1, { "spf/terminator": "fail: +all" }],
    ["eleven lookups", ["eleven.test"], 1, { "spf/lookup-limit": "fail: 11 lookups" }],
    [
      "SPF in a circle",
      ["circle.test", ...sender],
      1,
      { "spf/loop": "fail: include:circle.test", "spf/authorises-host": permerror("include:circle.test is lookup 11") },
    ],
    [
      "an include without SPF",
      ["includes.test", ...sender],
      1,
      { "spf/include-resolves": "fail: include:nospf.test", "spf/authorises-host": permerror("include:nospf.test") },
    ],
    [
      "an include that nobody answers for",
      ["unsure.test", ...sender],
      3,
      Object.fromEntries(
        ["lookup-limit", "void-lookups", "include-resolves", "loop", "overbroad-network", "mx-address-limit"]
          .concat("authorises-host", "lookup-headroom", "shared-provider-authority")
          .map((id) => [`spf/${id}`, `inconclusive: SERVFAIL from ${servers.resolver} for spf.broken.test TXT`]),
      ),
    ],
    [
      "three void lookups",
      ["voids.test", ...sender],
      1,
      { "spf/void-lookups": "fail: a:v1.test, a:v2.test, a:v3.test", "spf/authorises-host": permerror("3 lookups") },
    ],
    [
      "a mechanism that is misspelt",
      ["typo.test", ...sender],
      1,
      {
        "spf/syntax": 'there is no mechanism "ipv4"; "ip4" is meant',
        "spf/authorises-host": permerror("in the record"),
      },
    ],
    ["a macro", ["macro.test", ...sender], 0, {}],
    [
      "a policy of none",
      ["watching.test"],
      0,
      { "dmarc/enforcement": "warn: the policy is none", "dmarc/rua-present": "warn: no rua tag" },
    ],
    [
      "a policy that is none of three",
      ["baddmarc.test"],
      1,
      { "dmarc/policy-tag": "fail: p=rejekt is no policy", "dmarc/rua-present": "warn: no rua tag" },
    ],
    ["two DMARC records", ["twodmarc.test"], 1, { "dmarc/record-single": "fail: 2 DMARC records" }],
    [
      "reports to a host that did not agree",
      ["elsewhere.test"],
      0,
      { "dmarc/rua-external-auth": "warn: reports.other.test did not agree" },
    ],
    ["a key that is cut off", ["cutkey.test"], 1, { "dkim/key-parse": "fail: the rsa key cannot be read" }],
    ["a key that is revoked", ["revoked.test"], 1, { "dkim/revoked": "fail: p is empty" }],
    ["no key, but another type", ["nokey.test"], 1, { "dkim/selector-present": "fail: no TXT record; " }],
    ["a key whose provider is gone", ["moved.test"], 1, { "dkim/cname-chain": "fail: leads to s1.gone.test" }],
    ["a sender without a name", ["unnamed.test", "--sender", ip(71)], 1, { "ptr/exists": "fail: no PTR record" }],
    [
      "a sender whose name leads elsewhere",
      ["othername.test", "--sender", ip(72)],
      1,
      { "ptr/fcrdns": `fail: mx.healthy.test leads to ${ip(25)}` },
    ],
    [
      "a sender with the name of a line",
      ["line.test", "--sender", ip(73)],
      0,
      { "ptr/not-generic": 'warn: 198-51-101-73.dyn.isp.test spells its address, has "dyn"' },
    ],
    [
      "a sender that SPF does not know",
      ["healthy.test", "--sender", ip(20)],
      1,
      { "spf/authorises-host": `fail: fail, ` },
    ],
    [
      "a sender on a blocklist",
      ["listed.test", "--sender", ip(70)],
      1,
      {
        "dnsbl/spamhaus-zen": "fail: on CSS, for spam sent lately",
        "ptr/fcrdns": "fail: mx.listed.test has no A record",
      },
    ],
  ])("%s", async (_, args, exit, table) => {
    const report = await audit([...args, "--selector", "s1"]);
    expectTroubles(report, table);
    expect(report.exit).toBe(exit);
    expect(report.status).toBe(exit);
  });
});

describe("blocklists", () => {
  /** One that works, and one in each way out of order. */
  const all = ["zen.spamhaus.org", "refusing.list", "world.list", "dead.list", "sold.list"];
  const refused = `inconclusive: refusing.list refuses resolver ${servers.resolver}`;

  it.concurrent.each<[string, string, string[], number, Table]>([
    ["clean where all can be believed", "healthy.test", ["zen.spamhaus.org"], 0, {}],
    [
      "refused",
      "healthy.test",
      ["refusing.list"],
      3,
      {
        "dnsbl/self-test": refused,
        "dnsbl/refused": refused,
        "dnsbl/ip-listed": refused,
        "dnsbl/mx-a-record": refused,
      },
    ],
    [
      "listing everybody",
      "healthy.test",
      ["world.list"],
      3,
      {
        "dnsbl/self-test": "warn: lists even what it must not",
        "dnsbl/ip-listed": "inconclusive: world.list lists",
        "dnsbl/mx-a-record": "inconclusive: world.list lists",
      },
    ],
    [
      "dead",
      "healthy.test",
      ["dead.list"],
      3,
      {
        "dnsbl/self-test": "warn: lacks its own test entry",
        "dnsbl/ip-listed": "inconclusive: dead.list lacks",
        "dnsbl/mx-a-record": "inconclusive: dead.list lacks",
      },
    ],
    [
      "sold",
      "healthy.test",
      ["sold.list"],
      3,
      {
        "dnsbl/self-test": "warn: answers with an address",
        "dnsbl/ip-listed": "inconclusive: sold.list answers",
        "dnsbl/mx-a-record": "inconclusive: sold.list answers",
      },
    ],
    [
      "a listing that can be believed among others",
      "listed.test",
      all,
      1,
      {
        "dnsbl/self-test": "warn: ",
        "dnsbl/refused": refused,
        "dnsbl/spamhaus-zen": "fail: on CSS, for spam sent lately",
        "dnsbl/ip-listed": "inconclusive: refusing.list refuses",
        "dnsbl/mx-a-record": "inconclusive: refusing.list refuses",
      },
    ],
    [
      "nothing that can be believed of others",
      "healthy.test",
      all,
      3,
      {
        "dnsbl/self-test": "warn: ",
        "dnsbl/refused": refused,
        "dnsbl/ip-listed": "inconclusive: refusing.list refuses",
        "dnsbl/mx-a-record": "inconclusive: refusing.list refuses",
      },
    ],
  ])("%s", async (title, domain, lists, exit, table) => {
    const config = join(inject("world").dir, `${title.replaceAll(" ", "-")}.json`);
    writeFileSync(config, JSON.stringify({ lists }));
    const address = domain === "listed.test" ? ip(70) : ip(25);
    const report = await audit([domain, "--sender", address, "--config", config, "--only", "dnsbl/*"]);
    expectTroubles(report, table);
    expect(report.exit).toBe(exit);
  });
});

it("an address inside that is meant to be", async () => {
  const config = join(inject("world").dir, "inside.yaml");
  writeFileSync(config, "checks:\n  mx/target-public-ip:\n    internal: [192.0.2.0/24]\n");
  const report = await audit(["inside.test", "--allow-private", "--config", config]);
  expectTroubles(report, {});
  expect(report.exit).toBe(0);
});

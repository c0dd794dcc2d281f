import { describe, expect, it } from "vitest";
import { mailworthy } from "./shell.js";

const world = {
  zone: `
  example.com 300 TXT "v=spf1 mx include:_spf.example.net ~all"
  example.com MX 10 mx1.example.com
  mx1.example.com A 192.0.2.25
  _spf.example.net TXT "v=spf1 ip4:198.51.100.0/28 a:gone.example.net -all"
  _spf.example.org TXT "v=spf1 ip4:203.0.113.0/24 -all"
  users.example TXT "v=spf1 exists:%{l}.users.example -all exp=why.users.example"
  ada.users.example A 127.0.0.2
  why.users.example TXT "%{s} may not"
  broken.example TXT "v=spf1 mx foo include:none.example -all"
  several.example TXT "v=spf1 mx -all"
  several.example TXT "v=spf1 a -all"
  bare.example A 192.0.2.1
  part.example TXT "v=spf1 include:silent.example ip4:192.0.2.1 -all"
  silent.example * !timeout`,
};
const run = (...argv: string[]) => mailworthy(["spf", ...argv], { world, columns: 80 });

describe("a record is told", () => {
  it("with what it costs, and who may send", async () => {
    const { out, code, err } = await run("example.com");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toBe(`example.com SPF  TTL 300, from 192.0.2.53
v=spf1 mx include:_spf.example.net ~all

lookups  3 of 10, 1 of 2 find nothing
  when no term matches, and how many so far
  ├─ mx                                             1
  └─ include:_spf.example.net                       2  2 lookups
     └─ a:gone.example.net                          3  finds nothing

who may send  17 IPv4 addresses
  192.0.2.25, 198.51.100.0/28

Healthy  3 of 10 lookups  exit 0
`);
  });

  it.each<[string[], number, RegExp]>([
    [
      ["example.com", "--ip", "192.0.2.25"],
      0,
      /✓ 192\.0\.2\.25 pass: mx in the record[^]*├?─ mx .*1 {2}matches\n[^]*1 of 1 address passes {2}exit 0\n$/,
    ],
    [
      ["example.com", "--ip", "192.0.2.25,203.0.113.1"],
      1,
      /! 203\.0\.113\.1 softfail: ~all[^]*1 of 2 addresses passes {2}exit 1\n$/,
    ],
    [
      ["users.example", "--ip", "192.0.2.1", "--mail-from", "ada@users.example"],
      0,
      /it looks at %\{l\}, so that another message may fare otherwise[^]*MAIL FROM ada@users\.example, EHLO users\.example/,
    ],
    [
      ["users.example", "--ip", "192.0.2.1", "--mail-from", "eve@users.example", "--helo", "h.example"],
      1,
      /✗ 192\.0\.2\.1 fail: [^]*it is told: eve@users\.example may not[^]*EHLO h\.example/,
    ],
    [
      ["broken.example"],
      1,
      /✗ foo: there is no mechanism "foo"\n✗ include:none\.example: none\.example has no SPF record\n[^]*where receivers meet a fault/,
    ],
    [["several.example"], 1, /^✗ several\.example publishes 2 SPF records/],
    [["bare.example"], 1, /^✗ bare\.example publishes no SPF record\n/],
    [["silent.example"], 3, /^\? .*silent\.example[^]*Unknown .*exit 3\n$/],
    [["part.example"], 3, /\? .*silent\.example[^]*who may send {2}not known\n/],
    [["part.example", "--ip", "192.0.2.1"], 3, /\? 192\.0\.2\.1 unknown: /],
  ])("%j", async (argv, code, shown) => {
    const outcome = await run(...argv);
    expect(outcome).toMatchObject({ code, err: "" });
    expect(outcome.out).toMatch(shown);
  });
});

describe("a change is told, and nothing is published", () => {
  it.each<[string[], number, RegExp]>([
    [
      ["example.com", "--add", "include:_spf.example.org", "--remove", "mx", "--ip", "192.0.2.25"],
      1,
      /with the change\n {2}lookups {4}3 of 10, 1 of 2 find nothing \(3 before\)\n {2}now also {3}256 IPv4 addresses: 203\.0\.113\.0\/24\n {2}no longer {2}1 IPv4 address: 192\.0\.2\.25\n {2}result {5}192\.0\.2\.25: pass → softfail\n\n/,
    ],
    [
      ["example.com", "--add", "a"],
      0,
      /- v=spf1 mx include:_spf\.example\.net ~all\n\+ example\.com\. TXT "v=spf1 mx include:_spf\.example\.net a ~all"\n/,
    ],
    [
      ["example.com", "--remove", "~all", "--add=-all", "--ip", "192.0.2.25"],
      0,
      /the same addresses as before\n {2}result {5}the same for every --ip\n/,
    ],
    [
      ["broken.example", "--remove", "foo", "--remove", "include:none.example"],
      0,
      /\+ broken\.example\. TXT "v=spf1 mx -all"\n/,
    ],
    [
      ["bare.example", "--add", "a"],
      0,
      /now also {3}1 IPv4 address: 192\.0\.2\.1\n[^]*\+ bare\.example\. TXT "v=spf1 a ~all"\n/,
    ],
    [
      ["example.com", "--flatten"],
      0,
      /flattened\n {2}lookups {4}0 of 10 \(3 before\)\n {2}may send {3}the same addresses as before\n[^]*look again every 1 h/,
    ],
    [
      ["example.com", "--flatten", "-v"],
      0,
      /\+ example\.com\. TXT "v=spf1 ip4:192\.0\.2\.25 ip4:198\.51\.100\.0\/28 ~all"\n/,
    ],
    [["broken.example", "--flatten"], 1, /✗ not flattened: foo: there is no mechanism/],
    [["part.example", "--flatten"], 3, /\? not flattened: not all of it is known: /],
    [["users.example", "--flatten"], 0, /– not flattened: no term leads to addresses/],
  ])("%j", async (argv, code, shown) => {
    const outcome = await run(...argv);
    expect(outcome).toMatchObject({ code, err: "" });
    expect(outcome.out).toMatch(shown);
  });

  it.each<[string[], RegExp]>([
    [["example.com", "--add", "ipv4:192.0.2.1"], /"ipv4:192\.0\.2\.1" is no term of SPF: .*"ip4" is meant/],
    [["example.com", "--remove", "include:_spf.exmaple.net"], /Did you mean include:_spf\.example\.net\?/],
    [["example.com", "--ip", "192.0.2"], /--ip: "192\.0\.2" is no address/],
    [["example.com", "--mail-from", "ada@"], /is not a domain name/],
    [["example.com", "--mail-from", "a b@example.com"], /--mail-from: "a b@example\.com" is no address/],
    [["example.com", "--helo", "a b"], /--helo: "a b" is no name/],
    [["not a domain"], /is not a domain name/],
  ])("%j is refused", async (argv, said) => {
    const outcome = await run(...argv);
    expect(outcome).toMatchObject({ code: 2, out: "" });
    expect(outcome.err).toMatch(said);
  });
});

it("answers as JSON", async () => {
  const { out } = await run("example.com", "--ip", "192.0.2.25", "--flatten", "--json");
  expect(JSON.parse(out)).toMatchObject({
    domain: "example.com",
    published: { lookups: 3, voids: { v4: 1, v6: 1 }, who: { v4: 17, v6: 0 }, results: [{ result: "pass" }] },
    flattened: {
      records: [{ name: "example.com", record: "v=spf1 ip4:192.0.2.25 ip4:198.51.100.0/28 ~all" }],
      look: { lookups: 0 },
      copied: ["mx", "include:_spf.example.net"],
      gained: { networks: [] },
      lost: { networks: [] },
    },
    exit: 0,
  });
});

import { describe, expect, it } from "vitest";
import { Evidence } from "../src/evidence.js";
import { expand } from "../src/expand.js";
import { identify, type Kind, type Subject } from "../src/subject.js";
import type { DomainTarget } from "../src/target.js";
import { worldNet } from "../src/testing/index.js";

/** The subjects of a kind by name; in place of one that is missing, its state. */
async function found(kind: Kind, zone: string, target: Partial<DomainTarget> = {}): Promise<string[]> {
  const evidence = new Evidence(worldNet({ zone })).scope("example.com");
  const subjects = await expand({ domain: "example.com", ...target }, evidence)(kind);
  return subjects.map((one) => ("kind" in one ? one.name : one.state));
}
const mx = "example.com MX 10 mx.example.com";

describe("the hosts and addresses of a target", () => {
  it.each<[Kind, string, string[]]>([
    ["host", mx, ["mx.example.com"]],
    ["host", "example.com A 192.0.2.1", ["example.com"]],
    ["host", "example.com MX 0 .", ["absent"]],
    ["host", "example.com MX !servfail", ["unknown"]],
    ["address", `${mx}\nmx.example.com A 192.0.2.1\nmx.example.com AAAA 2001:db8::1`, ["192.0.2.1", "2001:db8::1"]],
    ["address", `${mx}\nmx.example.com A 192.0.2.1\nmx.example.com AAAA !servfail`, ["192.0.2.1", "unknown"]],
    ["address", `${mx}\nmx.example.com AAAA !servfail`, ["unknown"]],
    ["address", mx, ["absent"]],
    ["address", "example.com MX 10 192.0.2.1", ["absent"]],
  ])("%s of %j", async (kind, zone, names) => {
    expect(await found(kind, zone)).toEqual(names);
  });

  it("are no more than the bound, and that there are more is said in their place", async () => {
    const many = Array.from({ length: 21 }, (_, at) => `example.com MX ${at} mx${at}.example.com`).join("\n");
    const hosts = await found("host", many);
    expect([hosts.length, hosts.at(-2), hosts.at(-1)]).toEqual([21, "mx19.example.com", "unknown"]);
  });
});

describe("the sending addresses of a target", () => {
  const zone = `
    ${mx}
    mx.example.com A 192.0.2.1
    mx.example.com AAAA 2001:db8::1
    example.com TXT "v=spf1 ip4:192.0.2.2 ip6:2001:DB8:0::1 -all"`;

  it.each<[string[] | undefined, string[]]>([
    [undefined, ["absent"]],
    [["192.0.2.9"], ["192.0.2.9"]],
    [["2001:DB8:0:0::9"], ["2001:db8::9"]],
    [["mx"], ["192.0.2.1", "2001:db8::1"]],
    [
      ["spf", "mx"],
      ["192.0.2.1", "2001:db8::1", "192.0.2.2"],
    ],
  ])("%j", async (senders, names) => {
    expect(await found("sender", zone, { ...(senders && { senders }) })).toEqual(names);
  });

  it("are told apart from those that could not be learnt", async () => {
    expect(await found("sender", "example.com MX !timeout", { senders: ["192.0.2.9", "mx"] })).toEqual([
      "192.0.2.9",
      "unknown",
    ]);
  });
});

describe("what reports show of a target, where nothing is declared", () => {
  const key = (name: string, p = "AAAA") => `${name}._domainkey.example.com TXT "v=DKIM1; p=${p}"`;

  it.each<[string, string, Partial<DomainTarget>, string[]]>([
    ["a selector that has a key", key("s1"), { learnt: { selectors: ["s1"] } }, ["s1._domainkey.example.com"]],
    [
      "one without a key is out of use",
      key("s1"),
      { learnt: { selectors: ["s1", "s2"] } },
      ["s1._domainkey.example.com", "absent"],
    ],
    ["one that is revoked is out of use", key("s1", ""), { learnt: { selectors: ["s1"] } }, ["absent"]],
    [
      "one that leads nowhere is out of use",
      "s1._domainkey.example.com CNAME s1.gone.example",
      { learnt: { selectors: ["s1"] } },
      ["absent"],
    ],
    [
      "one that holds something else",
      's1._domainkey.example.com TXT "hello"',
      { learnt: { selectors: ["s1"] } },
      ["absent"],
    ],
    [
      "one that nobody answers for is not known",
      "s1._domainkey.example.com * !timeout",
      { learnt: { selectors: ["s1"] } },
      ["unknown"],
    ],
    [
      "what is declared counts alone",
      key("s1"),
      { selectors: ["s9"], learnt: { selectors: ["s1"] } },
      ["s9._domainkey.example.com"],
    ],
    ["nothing learnt", "", { learnt: { senders: ["192.0.2.1"] } }, ["absent"]],
  ])("selectors: %s", async (_, zone, target, names) => {
    expect(await found("selector", zone, target)).toEqual(names);
  });

  it.each<[string, string, Partial<DomainTarget>, string[]]>([
    ["an address that SPF lets send", "ip4:192.0.2.1", { learnt: { senders: ["192.0.2.1"] } }, ["192.0.2.1"]],
    [
      "one that it does not is out of use",
      "ip4:192.0.2.1",
      { learnt: { senders: ["192.0.2.1", "203.0.113.9"] } },
      ["192.0.2.1", "absent"],
    ],
    ["one that nobody can tell of", "include:silent.example", { learnt: { senders: ["192.0.2.1"] } }, ["unknown"]],
    [
      "what is declared counts alone",
      "ip4:192.0.2.1",
      { senders: ["192.0.2.9"], learnt: { senders: ["192.0.2.1"] } },
      ["192.0.2.9"],
    ],
  ])("senders: %s", async (_, terms, target, names) => {
    const zone = `example.com TXT "v=spf1 ${terms} -all"\nsilent.example * !timeout`;
    expect(await found("sender", zone, target)).toEqual(names);
  });

  it.each<[string, string, boolean]>([
    ["a key that is there", key("s1"), false],
    ["a key that is gone", "", true],
    ["a key that nobody answers for", "s1._domainkey.example.com * !timeout", false],
  ])("selectors are guessed only where none is in use: %s", async (_, zone, guessing) => {
    const evidence = new Evidence(worldNet({ zone })).scope("example.com");
    const [subject] = await expand({ domain: "example.com", learnt: { selectors: ["s1"] } }, evidence)("domain");
    expect(subject !== undefined && "guessing" in subject).toBe(guessing);
  });
});

describe("what is declared to vouch for a target's mail", () => {
  const identifiers = async (target: Partial<DomainTarget>) => {
    const evidence = new Evidence(worldNet({})).scope("example.com");
    const [domain] = await expand({ domain: "example.com", ...target }, evidence)("domain");
    return identify(domain as Subject, "identifiers");
  };

  it.each<[Partial<DomainTarget>, mailFrom: string[], signing: string[]]>([
    [{}, [], []],
    [{ mailFrom: ["bounce.example.com"] }, ["bounce.example.com"], []],
    [{ selectors: ["s1"] }, [], ["example.com"]],
    [{ selectors: ["s1"], signing: ["esp.example"] }, [], ["esp.example"]],
  ])("%j", async (target, mailFrom, signing) => {
    expect(await identifiers(target)).toEqual({ domain: "example.com", mailFrom, signing });
  });
});

import { facts } from "mailworthy";
import { worldNet } from "mailworthy/testing";
import { describe, expect, it } from "vitest";
import { Evidence } from "../../../src/evidence.js";
import { checkHost } from "../../../src/facts/spf/evaluation.js";

/** Rules that tools have counted wrong (RFC 7208 §4.6.4), each with what is right. */
const spf = (terms: string, name = "example.com"): string => `${name} TXT "v=spf1 ${terms}"`;
const hosts = (count: number): string[] => Array.from({ length: count }, (_, at) => `h${at}.example A 192.0.2.${at}`);
const each = (count: number): string => Array.from({ length: count }, (_, at) => `a:h${at}.example`).join(" ");

describe("lookups", () => {
  it.each<[string, string[], number]>([
    ["an a costs one however it is written", [spf("a +a a:h.example a/24 ?a//64 ~a:h.example/24//64 -all")], 6],
    [
      "names that hold the name of a term cost nothing",
      [spf("ip4:192.0.2.1 include:mx.a.ptr.example -all"), spf("-all", "mx.a.ptr.example")],
      1,
    ],
    ["exp= is not counted", [spf("mx -all exp=why.example.com")], 1],
    ["the first query for the record is not counted", [spf("-all")], 0],
    [
      "the addresses of the hosts behind mx are not counted",
      [spf("mx -all"), ...Array.from({ length: 9 }, (_, at) => `example.com MX ${at} h${at}.example`), ...hosts(9)],
      1,
    ],
    [
      "an include that comes again costs again",
      [spf("include:b.example include:b.example -all"), spf("a -all", "b.example")],
      4,
    ],
    ["what stands after all costs nothing", [spf("-all mx a include:b.example")], 0],
    ["a redirect beside all costs nothing", [spf("mx redirect=b.example ~all"), spf("a a a -all", "b.example")], 1],
    ["a redirect costs one, and what it leads to", [spf("mx redirect=b.example"), spf("a -all", "b.example")], 3],
    ["past ten it is still counted", [spf(`${each(14)} -all`), ...hosts(14)], 14],
    ["a macro costs nothing by itself", [spf("exists:%{i}.%{h}.b.example -all")], 1],
    ["an unknown modifier costs nothing", [spf("a=mx:b.example -all")], 0],
    ["ip4, ip6 and all cost nothing", [spf("ip4:192.0.2.0/24 ip6:2001:db8::/32 ?all")], 0],
    [
      "what an all in an included record cuts off costs nothing",
      [spf("include:b.example mx -all"), spf("a -all a a a", "b.example")],
      3,
    ],
  ])("%s", async (_, zone, lookups) => {
    const known = await new Evidence(worldNet({ zone: zone.join("\n") })).get(facts.spf, "example.com");
    expect(known).toMatchObject({ state: "known", value: { lookups } });
  });
});

describe("void lookups", () => {
  it.each<[string, string[], number, number]>([
    ["a name with neither address is void once", [spf("a:gone.example -all")], 1, 1],
    ["a name with IPv4 alone is void for IPv6 clients alone", [spf("a:h0.example -all"), ...hosts(1)], 0, 1],
    ["a host behind mx without an address is not void", [spf("mx -all"), "example.com MX 10 gone.example"], 0, 0],
    ["an include without a record is an error, not a void lookup", [spf("include:gone.example -all")], 0, 0],
    ["what is void twice counts twice", [spf("a:gone.example a:gone.example -all")], 2, 2],
    [
      "exists asks for an IPv4 address, whoever the client is",
      [spf("exists:h0.example exists:gone.example -all"), ...hosts(1)],
      1,
      1,
    ],
  ])("%s", async (_, zone, v4, v6) => {
    const known = await new Evidence(worldNet({ zone: zone.join("\n") })).get(facts.spfVoids, "example.com");
    const { value } = known as unknown as { value: { v4: string[]; v6: string[] } };
    expect([value.v4.length, value.v6.length]).toEqual([v4, v6]);
  });
});

describe("an evaluation", () => {
  it.each<[string, string[], string]>([
    ["that ends before the limit does not meet it", [spf(`ip4:192.0.2.99 ${each(14)} -all`), ...hosts(14)], "pass"],
    ["that goes on past it is an error", [spf(`${each(14)} ip4:192.0.2.99 -all`), ...hosts(14)], "permerror"],
    ["joins strings as they are", [`example.com TXT "v=spf1 ip4:192.0." "2.99 -all"`], "pass"],
    ["does not take a record with a blank before it", [`example.com TXT " v=spf1 ip4:192.0.2.99 -all"`], "none"],
    ["finds an error where the blank before the last term is missing", [spf("ip4:192.0.2.99~all")], "permerror"],
    ["finds an error in two redirects", [spf("redirect=b.example redirect=c.example")], "permerror"],
    ["finds an error in an empty exists", [spf("exists: -all")], "permerror"],
    ["takes macros in upper case", [spf("exists:%{I}.b.example -all"), "192.0.2.99.b.example A 127.0.0.2"], "pass"],
    [
      "goes on after an include that fails",
      [spf("include:b.example ip4:192.0.2.99 -all"), spf("-all", "b.example")],
      "pass",
    ],
  ])("%s", async (_, zone, result) => {
    const question = { ip: "192.0.2.99", domain: "example.com", sender: "ada@example.com", helo: "mail.example.com" };
    expect(await checkHost(question, worldNet({ zone: zone.join("\n") }))).toMatchObject({ result });
  });
});

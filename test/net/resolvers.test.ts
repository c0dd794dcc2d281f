import { describe, expect, it } from "vitest";
import { parseEndpoint, spell, systemResolvers } from "../../src/net/resolvers.js";

describe("a resolver", () => {
  it.each([
    ["192.0.2.53", "192.0.2.53", 53, "192.0.2.53"],
    ["192.0.2.53:5353", "192.0.2.53", 5353, "192.0.2.53:5353"],
    ["2001:db8::53", "2001:db8::53", 53, "2001:db8::53"],
    ["2001:DB8:0::53", "2001:db8::53", 53, "2001:db8::53"],
    ["[2001:db8::53]", "2001:db8::53", 53, "2001:db8::53"],
    ["[2001:db8::53]:5353", "2001:db8::53", 5353, "[2001:db8::53]:5353"],
    ["::1", "::1", 53, "::1"],
  ])("%s", (text, ip, port, spelt) => {
    expect(parseEndpoint(text)).toEqual({ ip, port });
    expect(spell({ ip, port })).toBe(spelt);
  });

  it.each([
    "",
    "dns.example",
    "192.0.2",
    "192.0.2.53:0",
    "192.0.2.53:65536",
    "192.0.2.53:",
    "[192.0.2.53",
    "[::1]:x",
    "fe80::1%eth0",
  ])("%s is none", (text) => {
    expect(() => parseEndpoint(text)).toThrow(`"${text}" is no address of a server`);
  });

  it("of the system has an address", () => {
    for (const resolver of systemResolvers()) expect(parseEndpoint(spell(resolver))).toEqual(resolver);
  });
});

import * as fc from "fast-check";
import { isIP } from "node:net";
import { describe, expect, it } from "vitest";
import {
  canonical,
  familyOf,
  isAddress,
  isPublic,
  isWithin,
  octetsOf,
  rangeName,
  reversed,
  sameAddress,
} from "../../src/syntax/address.js";

describe("what is an address", () => {
  it.each([
    ["192.0.2.1", 4],
    ["2001:db8::1", 6],
    ["::ffff:192.0.2.1", 6],
    ["1:2:3:4:5:6:7::", 6],
    ["010.1.1.1", undefined],
    ["192.0.2", undefined],
    ["0x7f.1", undefined],
    ["127.1", undefined],
    ["2130706433", undefined],
    ["１２７.0.0.1", undefined],
    ["fe80::1%eth0", undefined],
    ["1::2::3", undefined],
    ["::ffff:010.1.1.1", undefined],
    [" 192.0.2.1", undefined],
    ["192.0.2.1\n", undefined],
    ["", undefined],
  ])("%j", (text, family) => expect(familyOf(text)).toBe(family));

  it("agrees with Node, zones apart", () => {
    const character = fc.constantFrom("0", "1", "a", "f", "g", ":", ".");
    const text = fc.array(fc.oneof(character, fc.constantFrom("::", "192.0.2.1", "1:2:3:4:5:6:")), { maxLength: 9 });
    fc.assert(
      fc.property(text, (parts) => (familyOf(parts.join("")) ?? 0) === isIP(parts.join(""))),
      { numRuns: 3000 },
    );
  });
});

describe("special-purpose ranges", () => {
  it.each([
    ["8.8.8.8", undefined],
    ["172.32.0.1", undefined],
    ["2606:4700::1111", undefined],
    ["64:ff9b::808:808", undefined],
    ["0.0.0.0", "unspecified"],
    ["10.1.2.3", "private"],
    ["172.31.255.255", "private"],
    ["192.168.1.1", "private"],
    ["100.127.0.1", "carrier-grade NAT"],
    ["127.9.9.9", "loopback"],
    ["169.254.169.254", "link-local"],
    ["192.0.2.1", "documentation"],
    ["198.19.0.1", "benchmarking"],
    ["224.0.0.1", "multicast"],
    ["250.0.0.1", "reserved"],
    ["255.255.255.255", "broadcast"],
    ["::", "unspecified"],
    ["::1", "loopback"],
    ["::ffff:127.0.0.1", "IPv4-mapped"],
    ["::ffff:8.8.8.8", "IPv4-mapped"],
    ["::127.0.0.1", "IPv4-compatible"],
    ["2002:7f00:1::", "6to4"],
    ["2001::1", "Teredo"],
    ["64:ff9b::7f00:1", "loopback"],
    ["64:ff9b:1::1", "NAT64"],
    ["fd00::1", "unique-local"],
    ["fe80::1", "link-local"],
    ["ff02::1", "multicast"],
    ["2001:db8::1", "documentation"],
    ["4000::1", "reserved"],
  ])("%s", (ip, range) => {
    expect(rangeName(ip)).toBe(range);
    expect(isPublic(ip)).toBe(range === undefined);
  });

  it("counts what is no address as not public", () => {
    expect(isPublic("0x7f.1")).toBe(false);
    expect(() => rangeName("mx1.example.com")).toThrow(TypeError);
  });
});

describe("names and spelling", () => {
  it("writes the reverse name", () => {
    expect(reversed("192.0.2.25")).toBe("25.2.0.192.in-addr.arpa");
    expect(reversed("192.0.2.25", "list.example")).toBe("25.2.0.192.list.example");
    expect(reversed("2001:DB8::567:89ab")).toBe(
      "b.a.9.8.7.6.5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa",
    );
  });

  it("compares by octets", () => {
    expect(canonical("2001:DB8:0:0:0::1")).toBe("2001:db8::1");
    expect(canonical("mx1.example.com")).toBe("mx1.example.com");
    expect(sameAddress("2001:db8::1", "2001:DB8:0::0:1")).toBe(true);
    expect(sameAddress("192.0.2.1", "192.0.2.2")).toBe(false);
    expect(octetsOf("::1.2.3.4").slice(10)).toEqual([0, 0, 1, 2, 3, 4]);
    expect(isAddress("mx1")).toBe(false);
  });

  it("finds an address in a network of its family", () => {
    expect(isWithin("192.0.2.77", "192.0.2.0", 24)).toBe(true);
    expect(isWithin("192.0.3.77", "192.0.2.0", 24)).toBe(false);
    expect(isWithin("192.0.2.77", "::", 0)).toBe(false);
    expect(isWithin("2001:db8::1", "2001:db8::", 32)).toBe(true);
    expect(isWithin("192.0.2.77", "0.0.0.0", 0)).toBe(true);
  });
});

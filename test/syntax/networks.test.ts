import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInside } from "../../src/syntax/address.js";
import { Networks } from "../../src/syntax/networks.js";

const set = (...cidrs: string[]): Networks =>
  Networks.union(
    cidrs.map((cidr) => {
      const [address, prefix] = cidr.split("/");
      return Networks.of(address!, prefix === undefined ? undefined : Number(prefix));
    }),
  );

describe("a set of networks", () => {
  it.each([
    [["192.0.2.0/25", "192.0.2.128/25"], ["192.0.2.0/24"]],
    [["192.0.2.77/24"], ["192.0.2.0/24"]],
    [
      ["192.0.2.4", "192.0.2.1", "192.0.2.2", "192.0.2.3"],
      ["192.0.2.1", "192.0.2.2/31", "192.0.2.4"],
    ],
    [["10.0.0.0/8", "10.1.0.0/16"], ["10.0.0.0/8"]],
    [
      ["2001:DB8::/33", "192.0.2.1", "2001:db8:8000::/33"],
      ["192.0.2.1", "2001:db8::/32"],
    ],
    [
      ["255.255.255.255", "::"],
      ["255.255.255.255", "::"],
    ],
    [["0.0.0.0/1", "128.0.0.0/1"], ["0.0.0.0/0"]],
    [["::/1", "8000::/1"], ["::/0"]],
    [[], []],
  ])("of %j has %j", (given, cidrs) => expect(set(...given).cidrs()).toEqual(cidrs));

  it("is everything", () => {
    expect(Networks.all.cidrs()).toEqual(["0.0.0.0/0", "::/0"]);
    expect([Networks.all.count(4), Networks.all.count(6)]).toEqual([2 ** 32, 2 ** 128]);
  });

  it("counts by family", () => {
    const some = set("192.0.2.0/24", "192.0.2.0/25", "198.51.100.1", "2001:db8::/64");
    expect([some.count(4), some.count(6)]).toEqual([257, 2 ** 64]);
  });

  it("takes away and has in common", () => {
    expect(set("192.0.2.0/24").without(set("192.0.2.64/26", "198.51.100.0/24")).cidrs()).toEqual([
      "192.0.2.0/26",
      "192.0.2.128/25",
    ]);
    expect(set("192.0.2.0/24").and(set("192.0.0.0/16", "::/0")).cidrs()).toEqual(["192.0.2.0/24"]);
    expect(set("192.0.2.0/24").without(Networks.all).isEmpty).toBe(true);
  });

  it("refuses what is no address", () => expect(() => Networks.of("192.0.2")).toThrow(TypeError));
});

/** Networks close to each other, so that they meet and lie in each other. */
const network = fc.oneof(
  fc.tuple(fc.nat(255), fc.integer({ min: 24, max: 32 })).map(([last, bits]) => `192.0.2.${last}/${bits}`),
  fc
    .tuple(fc.nat(15), fc.integer({ min: 124, max: 128 }))
    .map(([last, bits]) => `2001:db8::${last.toString(16)}/${bits}`),
);
const some = fc.array(network, { maxLength: 8 });
const client = fc.oneof(
  fc.nat(255).map((last) => `192.0.2.${last}`),
  fc.nat(15).map((last) => `2001:db8::${last.toString(16)}`),
);

it("operations agree with what each address says", () => {
  fc.assert(
    fc.property(some, some, client, (one, other, ip) => {
      const [isOne, isOther] = [one, other].map((all) => all.some((cidr) => isInside(ip, cidr)));
      const [a, b] = [set(...one), set(...other)];
      expect(a.has(ip)).toBe(isOne);
      expect(a.or(b).has(ip)).toBe(isOne || isOther);
      expect(a.without(b).has(ip)).toBe(isOne && !isOther);
      expect(a.and(b).has(ip)).toBe(isOne && isOther);
      expect(set(...a.cidrs()).cidrs()).toEqual(a.cidrs());
      expect(
        a
          .without(b)
          .cidrs()
          .some((cidr) => isInside(ip, cidr)),
      ).toBe(isOne && !isOther);
    }),
  );
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oid, readDer } from "../../src/syntax/der.js";

const octets = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));

describe("DER", () => {
  it("reads elements one after the other", () => {
    expect(readDer(octets("0201050500"))).toMatchObject([{ tag: 2 }, { tag: 5 }]);
    expect(readDer(octets(`308180${"00".repeat(128)}`))?.[0]!.content).toHaveLength(128);
    expect(readDer(octets(""))).toEqual([]);
  });

  it.each(["02", "0205", "020501", "3080", "1f8101", "3085ffffffffff", "3084ffffffff00"])("does not read %s", (hex) =>
    expect(readDer(octets(hex))).toBeUndefined(),
  );

  it("does not throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        for (const element of readDer(bytes) ?? []) oid(element);
      }),
    );
  });

  it.each([
    ["06092a864886f70d01010b", "1.2.840.113549.1.1.11"],
    ["06032b6570", "1.3.101.112"],
    ["0603883703", "2.999.3"],
  ])("reads the object identifier %s", (hex, dots) => expect(oid(readDer(octets(hex))![0]!)).toBe(dots));
});

import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { gunzip, isGzip, latin1, octetsOf, sha256 } from "../../src/syntax/octets.js";

it("are chars, and chars are octets", () => {
  const text = String.fromCharCode(...Array.from({ length: 256 }, (_, at) => at));
  expect(latin1(octetsOf(text))).toBe(text);
});

it("have a SHA-256 in hex", async () => {
  expect(await sha256(octetsOf("abc"))).toBe(createHash("sha256").update("abc").digest("hex"));
});

describe("under gzip", () => {
  const packed = (octets: Buffer) => Uint8Array.from(gzipSync(octets));

  it("are unpacked", async () => {
    const octets = packed(Buffer.from("<svg/>"));
    expect(isGzip(octets)).toBe(true);
    expect(latin1((await gunzip(octets, 100))!)).toBe("<svg/>");
  });

  it("are null past the bound, and where they are broken", async () => {
    expect(await gunzip(packed(Buffer.alloc(10_000_000)), 100_000)).toBeNull();
    expect(await gunzip(octetsOf("<svg/>"), 100)).toBeNull();
    expect(await gunzip(packed(Buffer.from("<svg/>")).slice(0, 15), 100)).toBeNull();
  });
});

import { X509Certificate, createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { standsFor, tlsaFault } from "../../src/syntax/tlsa.js";

const sha = (bits: number) => "00".repeat(bits / 8);

describe("a TLSA record that senders of mail", () => {
  it.each([
    [{ usage: 3, selector: 1, matching: 1, data: sha(256) }],
    [{ usage: 2, selector: 0, matching: 2, data: sha(512) }],
    [{ usage: 3, selector: 1, matching: 0, data: "3003020101" }],
  ])("can use: %o", (record) => expect(tlsaFault(record)).toBeNull());

  it.each([
    [{ usage: 0, selector: 0, matching: 1, data: sha(256) }, "usage 0 is none for mail"],
    [{ usage: 1, selector: 1, matching: 1, data: sha(256) }, "usage 1 is none for mail"],
    [{ usage: 4, selector: 1, matching: 1, data: sha(256) }, "usage 4 is unknown"],
    [{ usage: 3, selector: 2, matching: 1, data: sha(256) }, "selector 2 is unknown"],
    [{ usage: 3, selector: 1, matching: 3, data: sha(256) }, "matching type 3 is unknown"],
    [{ usage: 3, selector: 1, matching: 1, data: sha(512) }, "64 octets of data; a digest of this kind has 32"],
    [{ usage: 3, selector: 1, matching: 2, data: sha(256) }, "32 octets of data; a digest of this kind has 64"],
    [{ usage: 3, selector: 1, matching: 0, data: "" }, "its data cannot be read"],
    [{ usage: 3, selector: 1, matching: 0, data: "3005020101" }, "its data cannot be read"],
    [{ usage: 3, selector: 1, matching: 0, data: "30030201013000" }, "its data cannot be read"],
  ])("cannot use: %o", (record, fault) => expect(tlsaFault(record)).toBe(fault));
});

describe("a TLSA record that stands for a certificate", () => {
  const file = readdirSync("test/fixtures/certificates").find((name) => name.endsWith(".pem"))!;
  const x509 = new X509Certificate(readFileSync(`test/fixtures/certificates/${file}`));
  const key = x509.publicKey.export({ type: "spki", format: "der" });
  const hash = (kind: string, octets: Buffer) => createHash(kind).update(octets).digest("hex");
  const certificate = {
    der: x509.raw.toString("base64"),
    sha256: hash("sha256", x509.raw),
    spkiSha256: hash("sha256", key),
  };

  it.each([
    [0, 0, x509.raw.toString("hex")],
    [0, 1, certificate.sha256],
    [0, 2, hash("sha512", x509.raw)],
    [1, 0, key.toString("hex")],
    [1, 1, certificate.spkiSha256],
    [1, 2, hash("sha512", key)],
  ])("selector %i, matching type %i", async (selector, matching, data) => {
    expect(await standsFor({ usage: 3, selector, matching, data }, certificate)).toBe(true);
    expect(await standsFor({ usage: 3, selector: 1 - selector, matching, data }, certificate)).toBe(false);
  });

  it.each([0, 2])("is of no key where the certificate cannot be read: matching type %i", async (matching) => {
    expect(await standsFor({ usage: 3, selector: 1, matching, data: "" }, { ...certificate, der: "AAAA" })).toBe(false);
  });
});

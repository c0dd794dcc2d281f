import { createHash, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Certificate } from "../../../src/net/net.js";
import { readCertificate } from "../../../src/net/tls/certificate.js";
import { issue, leaf, root } from "../authority.js";

const read = (pem: string): Certificate => readCertificate(new X509Certificate(pem));
const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/certificates/${name}.pem`, import.meta.url), "utf8");

describe("a certificate as a value", () => {
  it.each<[string, Partial<Certificate>]>([
    [
      "ec-p256",
      {
        subject: "CN=ec.example.com",
        commonName: "ec.example.com",
        names: ["ec.example.com", "*.example.net"],
        ips: ["192.0.2.1", "2001:db8::1"],
        key: { type: "ec", curve: "P-256", bits: 256 },
        signature: "ecdsa-with-SHA256",
        selfSigned: true,
        ca: false,
      },
    ],
    [
      "ec-p384",
      { key: { type: "ec", curve: "P-384", bits: 384 }, signature: "ecdsa-with-SHA384", names: [], ca: true },
    ],
    ["brainpool", { key: { type: "ec", curve: "brainpoolP256r1", bits: 256 }, selfSigned: true }],
    ["ed25519", { key: { type: "ed25519" }, signature: "ed25519", selfSigned: true }],
    ["rsa-pss", { key: { type: "rsa-pss", bits: 2048 }, signature: "rsassaPss" }],
    ["rsa512", { key: { type: "rsa", bits: 512 }, signature: "sha1WithRSAEncryption" }],
    ["rsa1024-md5", { key: { type: "rsa", bits: 1024 }, signature: "md5WithRSAEncryption" }],
    ["no-subject", { subject: "", names: ["nameless.example.com"] }],
  ])("%s", (name, expected) => {
    const found = read(fixture(name));
    expect(found).toMatchObject(expected);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it("has the digests that TLSA records use", () => {
    const x509 = new X509Certificate(leaf.cert);
    const spki = x509.publicKey.export({ type: "spki", format: "der" });
    expect(read(leaf.cert)).toMatchObject({
      sha256: createHash("sha256").update(x509.raw).digest("hex"),
      spkiSha256: createHash("sha256").update(spki).digest("hex"),
      der: x509.raw.toString("base64"),
      serial: "0a",
    });
  });

  it("is issued by another without being self-signed", () => {
    expect(read(leaf.cert)).toMatchObject({
      subject: "CN=mx1.example.com",
      issuer: "CN=Test Intermediate",
      selfSigned: false,
    });
    const pretender = issue({ name: root.name, by: { ...root, key: leaf.key }, ca: true });
    expect(read(pretender.cert)).toMatchObject({ subject: "CN=Test Root", issuer: "CN=Test Root", selfSigned: false });
  });

  it.each([
    ["1999-12-31", "2030-01-01"],
    ["2031-01-01", "2030-01-01"],
    ["2025-06-01", "9999-12-31"],
  ])("has its dates, from %s until %s", (from, until) => {
    expect(read(issue({ name: "dated", from, until }).cert)).toMatchObject({
      notBefore: `${from}T00:00:00Z`,
      notAfter: `${until}T00:00:00Z`,
    });
  });

  it("keeps odd names whole and controls out of the subject", () => {
    const found = read(
      issue({
        name: 'a\x1b]0;x\x07\0\n"b", c',
        names: ["good.example.com", "a, DNS:evil.example.com", "nul.example.com\0.example.org"],
      }).cert,
    );
    expect(found.names).toEqual(["good.example.com", "a, dns:evil.example.com", "nul.example.com\0.example.org"]);
    expect(found.subject).not.toMatch(/\p{Cc}/u);
  });

  it("has as many names as it has", () => {
    const names = Array.from({ length: 1_000 }, (_, at) => `n${at}.example.com`);
    expect(read(issue({ name: "many", names }).cert).names).toEqual(names);
  });

  it("is refused beyond our bound", () => {
    const names = Array.from({ length: 5_000 }, (_, at) => `name-number-${at}.example.com`);
    expect(() => read(issue({ name: "huge", names }).cert)).toThrow(/a certificate of \d+ octets/);
  });
});

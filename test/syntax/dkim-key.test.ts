import { generateKeyPairSync } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { looksLikeDkim, parseDkimRecord } from "../../src/syntax/dkim-key.js";
import { readEd25519Key, readRsaKey } from "../../src/syntax/public-key.js";
import { keys } from "../checks/dkim/keys.js";

const der = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, "base64"));

describe("parseDkimRecord", () => {
  it("has the defaults", () => {
    expect(parseDkimRecord(`p=${keys.rsa1024}`)).toMatchObject({
      faults: [],
      type: "rsa",
      hashes: null,
      services: ["*"],
      flags: [],
      data: keys.rsa1024,
      key: { ok: true, key: { type: "rsa", bits: 1024, spki: keys.rsa1024 } },
    });
  });

  it("reads every tag", () => {
    expect(parseDkimRecord("v=DKIM1; h=sha1:SHA256; k=ed25519; n=note; s=email : x; t=y:s; p=")).toMatchObject({
      faults: [],
      type: "ed25519",
      hashes: ["sha1", "sha256"],
      services: ["email", "x"],
      flags: ["y", "s"],
      data: "",
      key: null,
    });
  });

  it.each([
    ["k=rsa; v=DKIM1; p=", [[7, "v= does not come first"]]],
    ["v=dkim1; p=", [[0, 'v= is "dkim1", not DKIM1']]],
    ["v=DKIM1\\; p=", [[0, 'v= is "DKIM1\\", with a backslash that was meant for the zone file, not DKIM1']]],
    ["v=DKIM1; k=rsa", [[14, "p= is missing"]]],
  ])("says what is wrong with %s", (text, faults) => {
    expect(parseDkimRecord(text).faults.map(({ at, message }) => [at, message])).toEqual(faults);
  });

  it.each([
    [`p=${keys.rsa2048.slice(0, 255)}`, /^its base64 was cut off$|the rest was cut off$/],
    [`p=${keys.rsa2048.slice(0, 256)}`, /^it ends after 192 of 294 octets; the rest was cut off$/],
    [`p=-----BEGIN PUBLIC KEY-----${keys.rsa2048}`, /PEM/],
    ["p=!!!", /^it is no base64, for its "!"$/],
    [`p=${keys.ed25519Spki}`, /another kind than RSA/],
    [`k=ed25519; p=${keys.ed25519Spki}`, /SubjectPublicKeyInfo/],
    [`k=ed25519; p=${keys.rsa1024}`, /162 octets/],
    ["p=AAAA", /no DER/],
    ["p=MAA=", /no DER/],
  ])("says why %s is no key", (text, error) => {
    expect(parseDkimRecord(text).key).toEqual({ ok: false, error: expect.stringMatching(error) });
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseDkimRecord(text)));
    fc.assert(fc.property(fc.string(), (text) => void parseDkimRecord(`v=DKIM1; p=${text}`)));
  });
});

describe("looksLikeDkim", () => {
  it.each(["v=DKIM1; p=", "p=MIGf", "k=rsa; p=", "v=dkim2", " v = DKIM1"])("sees %j", (text) =>
    expect(looksLikeDkim(text)).toBe(true),
  );
  it.each(["v=spf1 -all", "v=DMARC1; p=none", "", "sp=none"])("leaves %j alone", (text) =>
    expect(looksLikeDkim(text)).toBe(false),
  );
});

describe("public keys", () => {
  it.each([1024, 1025, 2048])("reads an RSA key of %i bits in both wrappings, as Node does", (modulusLength) => {
    const { publicKey } = generateKeyPairSync("rsa", { modulusLength });
    const spki = publicKey.export({ type: "spki", format: "der" });
    const pkcs1 = publicKey.export({ type: "pkcs1", format: "der" });
    const key = { type: "rsa", bits: modulusLength, spki: spki.toString("base64") };
    expect(readRsaKey(spki)).toEqual({ ok: true, key });
    expect(readRsaKey(pkcs1)).toEqual({ ok: true, key });
  });

  it("reads an Ed25519 key", () => {
    expect(readEd25519Key(der(keys.ed25519))).toEqual({
      ok: true,
      key: { type: "ed25519", bits: 256, spki: keys.ed25519Spki },
    });
  });

  it("says so of every key that is cut short", () => {
    const whole = der(keys.rsa1024);
    for (let length = 0; length < whole.length; length++) {
      expect(readRsaKey(whole.slice(0, length))).toMatchObject({ ok: false });
    }
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        readRsaKey(bytes);
        readEd25519Key(bytes);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
        const altered = der(keys.rsa1024);
        altered.set(bytes, bytes[0]! % (altered.length - bytes.length));
        readRsaKey(altered);
      }),
    );
  });
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/weak-key-fingerprint.js";
import { publishedKeys } from "../../../src/data/published-keys.js";
import { keys, weakKeys } from "./keys.js";

const target = { selectors: ["s1"] };
const at = (data: string): { zone: string; target: object } => ({
  zone: `s1._domainkey.example.com TXT ${data}`,
  target,
});

testCheck(check, {
  rsa: [
    at(`"v=DKIM1; p=${keys.rsa1024}"`),
    at(`"v=DKIM1; p=${keys.rsa2048Pkcs1}"`),
    at(`"v=DKIM1; p=${keys.rsa4104}"`),
  ],
  other: at(`"v=DKIM1; k=ed25519; p=${keys.ed25519}"`),
  published: [
    at(`"v=DKIM1; p=${key("RFC 6376", "rsa")}"`),
    at(`"v=DKIM1; p=${key("RFC 8463", "rsa")}"`),
    at(`"v=DKIM1; k=ed25519; p=${key("RFC 8463", "ed25519")}"`),
  ],
  one: at(`"v=DKIM1; p=${weakKeys.exponentOne}"`),
  even: at(`"v=DKIM1; p=${weakKeys.exponentEven}"`),
  small: at(`"v=DKIM1; p=${weakKeys.small}"`),
  close: at(`"v=DKIM1; p=${weakKeys.close}"`),
  roca: at(`"v=DKIM1; p=${weakKeys.roca}"`),
  skip: [
    at(`"v=DKIM1; p="`),
    at(`"v=DKIM1; p=AAAA"`),
    { zone: "example.com MX 10 mx1.example.com", target },
    { zone: "example.com MX 10 mx1.example.com" },
  ],
  inconclusive: [at("!servfail"), at(`"v=DKIM1; p=${longKey(20_000)}"`)],
});

/** What `p=` holds for a key that a standard prints. */
function key(standard: string, type: "rsa" | "ed25519"): string {
  const found = Object.entries(publishedKeys).find(
    ([spki, where]) => where === standard && spki.startsWith("MCow") === (type === "ed25519"),
  )!;
  return type === "rsa" ? found[0] : Buffer.from(found[0], "base64").subarray(12).toString("base64");
}

/** An RSAPublicKey with a modulus of so many bits. */
function longKey(bits: number): string {
  const octets = bits / 8;
  const size = (length: number): number[] => [0x82, length >> 8, length & 255];
  const modulus = [0x02, ...size(octets + 1), 0, ...Array.from({ length: octets }, () => 255)];
  const body = [...modulus, 0x02, 1, 3];
  return Buffer.from([0x30, ...size(body.length), ...body]).toString("base64");
}

import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/matches-private-key.js";
import { keys } from "./keys.js";

const at = (data: string, key: string): { zone: string; target: object } => ({
  zone: `s1._domainkey.example.com TXT ${data}`,
  target: { keys: { s1: key } },
});

testCheck(check, {
  same: [
    at(`"v=DKIM1; p=${keys.rsa2048}"`, keys.rsa2048),
    at(`"v=DKIM1; p=${keys.rsa2048Pkcs1}"`, keys.rsa2048),
    at(`"v=DKIM1; k=ed25519; p=${keys.ed25519}"`, keys.ed25519Spki),
  ],
  other: [at(`"v=DKIM1; p=${keys.rsa1024}"`, keys.rsa2048), at(`"v=DKIM1; p=${keys.rsa1024}"`, keys.ed25519Spki)],
  skip: [
    { zone: `s1._domainkey.example.com TXT "v=DKIM1; p=${keys.rsa2048}"`, target: { selectors: ["s1"] } },
    at(`"v=DKIM1; p="`, keys.rsa2048),
    { zone: `example.com MX 10 mx1.example.com` },
  ],
  inconclusive: at("!servfail", keys.rsa2048),
});

it("prints the record of the declared key", async () => {
  const { results } = await examine(check, at(`"v=DKIM1; p=${keys.rsa1024}"`, keys.ed25519Spki));
  expect(results[0]!.findings[0]!.fix!.to).toBe(`v=DKIM1; k=ed25519; p=${keys.ed25519}`);
});

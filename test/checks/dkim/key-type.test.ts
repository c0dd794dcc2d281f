import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/key-type.js";
import { keys } from "./keys.js";

const target = { selectors: ["s1"] };
const at = (data: string): { zone: string; target: object } => ({
  zone: `s1._domainkey.example.com TXT ${data}`,
  target,
});
const rsa = `"v=DKIM1; p=${keys.rsa2048}"`;
const ed25519 = `"v=DKIM1; k=ed25519; p=${keys.ed25519}"`;

testCheck(check, {
  rsa: [at(rsa), at(`"v=DKIM1; k=rsa; p="`)],
  both: [], // the selector beside it says `rsa`: see below
  ed25519: at(ed25519),
  unknown: at(`"v=DKIM1; k=dsa; p=${keys.rsa2048}"`),
  skip: [{ zone: `example.com MX 10 mx1.example.com` }, { zone: `example.com MX 10 mx1.example.com`, target }],
  inconclusive: [at("!servfail"), at("!timeout")],
});

it.each([
  [rsa, ["both", "rsa"]],
  [`"v=DKIM1; p="`, ["ed25519", "rsa"]],
  [ed25519, ["ed25519", "ed25519"]],
  ["!timeout", ["inconclusive", "inconclusive"]],
])("an Ed25519 key beside %s", async (other, said) => {
  const zone = `s1._domainkey.example.com TXT ${ed25519}\ns2._domainkey.example.com TXT ${other}`;
  const { results } = await examine(check, { zone, target: { selectors: ["s1", "s2"] } });
  expect(results.map(({ status, findings }) => findings[0]?.verdict ?? status)).toEqual(said);
});

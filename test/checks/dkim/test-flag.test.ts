import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/test-flag.js";
import { keys } from "./keys.js";

const target = { selectors: ["s1"] };
const at = (data: string): { zone: string; target: object } => ({
  zone: `s1._domainkey.example.com TXT ${data}`,
  target,
});

testCheck(check, {
  earnest: [at(`"v=DKIM1; p=${keys.rsa2048}"`), at(`"v=DKIM1; t=s; p=${keys.rsa2048}"`)],
  testing: [at(`"v=DKIM1; t=y; p=${keys.rsa2048}"`), at(`"v=DKIM1; t=s:y; p=${keys.rsa2048}"`)],
  skip: [{ zone: `example.com MX 10 mx1.example.com` }, { zone: `example.com MX 10 mx1.example.com`, target }],
  inconclusive: [at("!servfail"), at("!timeout")],
});

it.each([
  ["v=DKIM1; t=s:y; p=", "v=DKIM1; t=s; p="],
  ["v=DKIM1; t=y; p=", "v=DKIM1; p="],
])("prints %s without the flag", async (from, to) => {
  const { results } = await examine(check, at(`"${from}"`));
  expect(results[0]!.findings[0]!.fix).toEqual({ from, to });
});

import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/fo-valid.js";

const record = (name: string, text: string): string => `_dmarc.${name} TXT "${text}"\n`;
const world = (domain: string, ...zone: string[]) => ({ zone: zone.join("\n"), target: { domain } });
const at = (text: string) => world("example.com", record("example.com", text));

const ruf = "ruf=mailto:a@example.com";

testCheck(check, {
  unset: at(`v=DMARC1; p=none; ${ruf}`),
  valid: [at(`v=DMARC1; p=none; ${ruf}; fo=1`), at(`v=DMARC1; p=none; ${ruf}; fo=d:s`)],
  idle: at("v=DMARC1; p=none; fo=1"),
  invalid: [
    at(`v=DMARC1; p=none; ${ruf}; fo=0:1`),
    at("v=DMARC1; p=none; fo=2"),
    at(`v=DMARC1; p=none; ${ruf}; fo=1,d`),
  ],
  skip: world("example.com", "example.com MX 10 mx1.example.com"),
  inconclusive: world("example.com", "_dmarc.example.com TXT !timeout"),
});

it.each([
  [`v=DMARC1; p=none; ${ruf}; fo=0:1`, `v=DMARC1; p=none; ${ruf}; fo=1`],
  ["v=DMARC1; p=none; fo=1", "v=DMARC1; p=none"],
])("mends %s", async (text, to) => {
  const { results } = await examine(check, at(text));
  expect(results[0]!.findings[0]!.fix).toMatchObject({ to });
});

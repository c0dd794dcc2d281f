import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/location.js";

const record = (name: string, text: string): string => `_dmarc.${name} TXT "${text}"\n`;
const world = (domain: string, ...zone: string[]) => ({ zone: zone.join("\n"), target: { domain } });
const at = (text: string) => world("example.com", record("example.com", text));

const apex = 'example.com TXT "v=DMARC1; p=reject"';
const twice = '_dmarc.example.com.example.com TXT "v=DMARC1; p=reject"';

testCheck(check, {
  placed: [
    at("v=DMARC1; p=reject"),
    world("example.com", "example.com MX 10 mx1.example.com"),
    world("example.com", "_dmarc.example.com CNAME dmarc.example.net", 'dmarc.example.net TXT "v=DMARC1; p=none"'),
    // A wildcard answers at the doubled name too; nobody put a record there.
    world("example.com", '*.example.com TXT "v=DMARC1; p=reject"'),
    world("example.com", "_dmarc.example.com CNAME web.example.net", "web.example.net A 192.0.2.1"),
  ],
  beside: [
    world("example.com", record("example.com", "v=DMARC1; p=none"), apex),
    world("example.com", record("example.com", "v=DMARC1; p=none"), twice),
  ],
  misplaced: [world("example.com", apex), world("example.com", twice), world("example.com", apex, twice)],
  nowhere: [
    world("example.com", "_dmarc.example.com CNAME gone.example.net"),
    world("example.com", "_dmarc.example.com CNAME a.example.net", "a.example.net CNAME _dmarc.example.com"),
  ],
  inconclusive: [
    world("example.com", "_dmarc.example.com TXT !timeout"),
    world("example.com", "example.com TXT !servfail"),
  ],
});

it.each([
  [world("example.com", twice), { to: "v=DMARC1; p=reject", text: "Publish this at _dmarc.example.com." }],
  [world("example.com", apex, "_dmarc.example.com CNAME gone.example.net"), { to: "v=DMARC1; p=reject" }],
])("prints the record to publish", async (row, fix) => {
  const { results } = await examine(check, row);
  expect(results[0]!.findings[0]!.fix).toMatchObject(fix);
});

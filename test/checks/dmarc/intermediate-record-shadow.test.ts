import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/intermediate-record-shadow.js";

const record = (name: string, text: string): string => `_dmarc.${name} TXT "${text}"\n`;
const world = (domain: string, ...zone: string[]) => ({ zone: zone.join("\n"), target: { domain } });
const at = (text: string) => world("example.com", record("example.com", text));

const between = record("b.example.com", "v=DMARC1; p=reject; rua=mailto:b@example.com");
const above = record("example.com", "v=DMARC1; p=none");

testCheck(check, {
  clear: [
    at("v=DMARC1; p=none"),
    world("example.com", "example.com MX 10 mx1.example.com"),
    world("a.b.example.com", between),
    world("a.b.example.com", above),
    world("a.b.example.com", between, above, record("a.b.example.com", "v=DMARC1; p=none")),
    world("a.b.example.com", record("b.example.com", "v=DMARC1; p=reject; psd=n"), above),
  ],
  shadowed: [
    world("a.b.example.com", between, above),
    world("a.b.c.example.com", record("c.example.com", "v=DMARC1; p=reject"), above),
  ],
  skip: at("v=dmarc1; p=none"),
  inconclusive: [
    world("example.com", "_dmarc.example.com TXT !timeout"),
    world("a.b.example.com", above, "_dmarc.b.example.com TXT !timeout"),
  ],
});

it("prints the record to publish", async () => {
  const { results } = await examine(check, world("a.b.example.com", between, above));
  expect(results[0]!.findings[0]!.fix).toEqual({
    text: "Publish this at _dmarc.a.b.example.com, if it is meant to apply there.",
    to: "v=DMARC1; p=reject; rua=mailto:b@example.com",
  });
});

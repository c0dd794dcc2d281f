import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/subdomain-own-record.js";

const record = (name: string, text: string): string => `_dmarc.${name} TXT "${text}"\n`;
const world = (domain: string, ...zone: string[]) => ({ zone: zone.join("\n"), target: { domain } });
const at = (text: string) => world("example.com", record("example.com", text));

const own = (text: string, above: string) =>
  world("news.example.com", record("news.example.com", text), record("example.com", above));

testCheck(check, {
  equal: [
    own("v=DMARC1; p=reject", "v=DMARC1; p=reject"),
    own("v=DMARC1; p=reject", "v=DMARC1; p=none"),
    own("v=DMARC1; p=none", "v=DMARC1; p=reject; sp=none"),
  ],
  weaker: [
    own("v=DMARC1; p=none", "v=DMARC1; p=reject"),
    own("v=DMARC1; p=quarantine", "v=DMARC1; p=none; sp=reject"),
    world(
      "a.b.example.com",
      record("a.b.example.com", "v=DMARC1; p=none"),
      record("b.example.com", "v=DMARC1; p=none"),
      record("example.com", "v=DMARC1; p=reject"),
    ),
  ],
  skip: [
    world("example.com", "example.com MX 10 mx1.example.com"),
    at("v=DMARC1; p=none"),
    world("news.example.com", record("example.com", "v=DMARC1; p=none")),
    own("v=DMARC1; p=none", "v=DMARC1"),
    own("v=DMARC1; p=none; psd=n", "v=DMARC1; p=reject"),
  ],
  inconclusive: [
    world("news.example.com", record("news.example.com", "v=DMARC1; p=none"), "_dmarc.example.com TXT !timeout"),
  ],
});

it("prints the record to publish", async () => {
  const { results } = await examine(check, own("v=DMARC1; p=none; fo=1", "v=DMARC1; p=reject"));
  expect(results[0]!.findings[0]!.fix).toMatchObject({ to: "v=DMARC1; p=reject; fo=1" });
});

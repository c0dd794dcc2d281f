import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/nonexistent-policy.js";

const record = (name: string, text: string): string => `_dmarc.${name} TXT "${text}"\n`;
const world = (domain: string, ...zone: string[]) => ({ zone: zone.join("\n"), target: { domain } });
const at = (text: string) => world("example.com", record("example.com", text));

const below = world(
  "news.example.com",
  record("example.com", "v=DMARC1; p=none"),
  record("news.example.com", "v=DMARC1; p=reject; np=none"),
);

testCheck(check, {
  guarded: [
    at("v=DMARC1; p=reject"),
    at("v=DMARC1; p=none; sp=none"),
    at("v=DMARC1; p=reject; sp=none; np=reject"),
    at("v=DMARC1; p=quarantine; np=reject"),
  ],
  below,
  weaker: [at("v=DMARC1; p=reject; sp=none"), at("v=DMARC1; p=reject; np=quarantine")],
  skip: [world("example.com", "example.com MX 10 mx1.example.com"), at("v=DMARC1")],
  inconclusive: [
    world("example.com", "_dmarc.example.com TXT !timeout"),
    world("example.com", record("example.com", "v=DMARC1; p=none"), "_dmarc.com TXT !servfail"),
  ],
});

it("prints the record to publish", async () => {
  const { results } = await examine(check, at("v=DMARC1; p=reject; sp=none"));
  expect(results[0]!.findings[0]!.fix).toMatchObject({ to: "v=DMARC1; p=reject; sp=none; np=reject" });
});

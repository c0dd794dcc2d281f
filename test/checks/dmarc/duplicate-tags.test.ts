import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/duplicate-tags.js";

const record = (name: string, text: string): string => `_dmarc.${name} TXT "${text}"\n`;
const world = (domain: string, ...zone: string[]) => ({ zone: zone.join("\n"), target: { domain } });
const at = (text: string) => world("example.com", record("example.com", text));

testCheck(check, {
  once: [at("v=DMARC1; p=none; rua=mailto:a@example.com,mailto:a@example.com"), at("v=DMARC1")],
  twice: [
    at("v=DMARC1; p=none; p=reject"),
    at("v=DMARC1; p=none; x=1; x=1"),
    at("v=DMARC1; p=none; rua=mailto:a@example.com; rua=mailto:b@example.com"),
  ],
  skip: world("example.com", "example.com MX 10 mx1.example.com"),
  inconclusive: world("example.com", "_dmarc.example.com TXT !timeout"),
});

it("prints the record to publish", async () => {
  const { results } = await examine(check, at("v=DMARC1; p=none; p=reject"));
  expect(results[0]!.findings[0]!.fix).toMatchObject({ to: "v=DMARC1; p=reject" });
});

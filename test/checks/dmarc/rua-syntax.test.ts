import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/rua-syntax.js";

const at = (...texts: string[]): { zone: string } => ({
  zone: texts.map((text) => `_dmarc.example.com TXT "${text}"`).join("\n"),
});
const none = { zone: `example.com MX 10 mx1.example.com` };
const silent = { zone: `_dmarc.example.com TXT !timeout` };
const inherited = { zone: `_dmarc.example.com TXT "v=DMARC1; p=reject"`, target: { domain: "news.example.com" } };

testCheck(check, {
  valid: [
    at("v=DMARC1; p=none; rua=mailto:a@example.com, mailto:b@example.net!10m"),
    at("v=DMARC1; p=none; rua=https://example.com/dmarc"),
  ],
  some: [
    at("v=DMARC1; p=none; rua=mailto:a@example.com,b@example.com"),
    at("v=DMARC1; p=none; rua=mailto:a@example.com,"),
  ],
  none: [
    at("v=DMARC1; p=none; rua=a@example.com"),
    at("v=DMARC1; p=none; rua=mailto:"),
    at("v=DMARC1; p=none; rua=mailto:a!b@example.com"),
    at("v=DMARC1; p=none; rua=mailto:a@example.com mailto:b@example.com"),
  ],
  skip: [none, inherited, at("v=DMARC1; p=none")],
  inconclusive: silent,
});

it("prints the record to publish", async () => {
  const { results } = await examine(check, at("v=DMARC1; p=none; rua=a@example.com,mailto:b!c@example.com"));
  expect(results[0]!.findings[0]!.fix).toMatchObject({
    to: "v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b%21c@example.com",
  });
});

import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/enforcement.js";

const at = (...texts: string[]): { zone: string } => ({
  zone: texts.map((text) => `_dmarc.example.com TXT "${text}"`).join("\n"),
});
const none = { zone: `example.com MX 10 mx1.example.com` };
const silent = { zone: `_dmarc.example.com TXT !timeout` };
const inherited = { zone: `_dmarc.example.com TXT "v=DMARC1; p=reject"`, target: { domain: "news.example.com" } };

const under = (text: string, more = ""): object => ({
  zone: `_dmarc.example.com TXT "${text}"\n${more}`,
  target: { domain: "news.example.com" },
});

testCheck(check, {
  quarantined: [at("v=DMARC1; p=quarantine"), at("v=DMARC1; p=reject; sp=none; t=y")],
  rejected: [
    inherited,
    under("v=DMARC1; p=none; sp=reject", "news.example.com A 192.0.2.1"),
    under("v=DMARC1; p=none; sp=none; np=reject"),
  ],
  none: [
    at("v=DMARC1; p=none; sp=reject"),
    at("v=DMARC1; rua=mailto:a@example.com"),
    under("v=DMARC1; p=reject; sp=none; np=reject", "news.example.com MX 10 mx1.example.com"),
    under("v=DMARC1; p=reject; np=none"),
  ],
  testing: at("v=DMARC1; p=quarantine; t=y"),
  skip: [none, at("v=DMARC1"), at("v=DMARC1; p=none", "v=DMARC1; p=none")],
  inconclusive: [silent, under("v=DMARC1; p=none; np=reject", "news.example.com A !timeout")],
});

it("prints the record to publish", async () => {
  const { results } = await examine(check, at("v=DMARC1; p=none; rua=mailto:a@example.com"));
  expect(results[0]!.findings[0]!.fix).toMatchObject({ to: "v=DMARC1; p=quarantine; rua=mailto:a@example.com" });
});

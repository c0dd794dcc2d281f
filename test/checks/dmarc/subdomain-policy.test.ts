import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/subdomain-policy.js";

const at = (...texts: string[]): { zone: string } => ({
  zone: texts.map((text) => `_dmarc.example.com TXT "${text}"`).join("\n"),
});
const none = { zone: `example.com MX 10 mx1.example.com` };
const silent = { zone: `_dmarc.example.com TXT !timeout` };
const inherited = { zone: `_dmarc.example.com TXT "v=DMARC1; p=reject"`, target: { domain: "news.example.com" } };

const below = (text: string): object => ({
  zone: `
    _dmarc.example.com TXT "v=DMARC1; p=none"
    _dmarc.news.example.com TXT "${text}"`,
  target: { domain: "news.example.com" },
});

testCheck(check, {
  covered: [
    at("v=DMARC1; p=reject"),
    at("v=DMARC1; p=reject; np=quarantine"),
    at("v=DMARC1; p=none; sp=reject"),
    at("v=DMARC1; p=none; sp=none"),
  ],
  weaker: [at("v=DMARC1; p=reject; sp=none"), at("v=DMARC1; p=reject; sp=quarantine; np=reject")],
  below: [below("v=DMARC1; p=reject"), below("v=DMARC1; p=reject; sp=none")],
  skip: [none, inherited, at("v=DMARC1")],
  inconclusive: [silent, { zone: `_dmarc.example.com TXT "v=DMARC1; p=reject"\n_dmarc.com TXT !servfail` }],
});

it("prints the record to publish", async () => {
  const { results } = await examine(check, at("v=DMARC1; p=reject; sp=none; np=reject"));
  expect(results[0]!.findings[0]!.fix).toMatchObject({ to: "v=DMARC1; p=reject; np=reject" });
});

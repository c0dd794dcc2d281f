import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/version-tag.js";

const at = (...texts: string[]): { zone: string } => ({
  zone: texts.map((text) => `_dmarc.example.com TXT "${text}"`).join("\n"),
});
const none = { zone: `example.com MX 10 mx1.example.com` };
const silent = { zone: `_dmarc.example.com TXT !timeout` };
const inherited = { zone: `_dmarc.example.com TXT "v=DMARC1; p=reject"`, target: { domain: "news.example.com" } };

testCheck(check, {
  exact: [at("v=DMARC1; p=none"), at("v = DMARC1 ;p=none"), at("v=DMARC1")],
  beside: at("v=DMARC1; p=none", "v=dmarc1; p=none"),
  wrong: [
    at("v=dmarc1; p=none"),
    at("p=none; v=DMARC1"),
    at(" v=DMARC1; p=none"),
    at("v=DMARC1 p=none"),
    at("v=DMARC2; p=none"),
    at("p=reject"),
    at("DMARC1; p=none"),
  ],
  skip: [none, inherited, at("v=spf1 -all")],
  inconclusive: silent,
});

it.each([
  ["v=dmarc1; p=none", "v=DMARC1; p=none"],
  ["p=none; v=DMARC1; rua=mailto:a@example.com", "v=DMARC1; p=none; rua=mailto:a@example.com"],
  [" v=DMARC1; p=none;", "v=DMARC1; p=none"],
  ["v=DMARC1 p=none; sp=none", "v=DMARC1; p=none; sp=none"],
  ["DMARC1; p=none", "v=DMARC1; p=none"],
])("mends %s", async (text, to) => {
  const { results } = await examine(check, at(text));
  expect(results[0]!.findings[0]!.fix!.to).toBe(to);
});

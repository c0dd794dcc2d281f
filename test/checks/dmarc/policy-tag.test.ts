import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/policy-tag.js";

const at = (...texts: string[]): { zone: string } => ({
  zone: texts.map((text) => `_dmarc.example.com TXT "${text}"`).join("\n"),
});
const none = { zone: `example.com MX 10 mx1.example.com` };
const silent = { zone: `_dmarc.example.com TXT !timeout` };
const inherited = { zone: `_dmarc.example.com TXT "v=DMARC1; p=reject"`, target: { domain: "news.example.com" } };

testCheck(check, {
  named: [at("v=DMARC1; p=none"), at("v=DMARC1; rua=mailto:a@example.com; p=reject")],
  assumed: [at("v=DMARC1; rua=mailto:a@example.com"), at("v=DMARC1; p=rejecct; rua=mailto:a@example.com")],
  ignored: [at("v=DMARC1"), at("v=DMARC1; p=rejecct"), at("v=DMARC1; rua=a@example.com")],
  skip: [none, inherited, at("v=dmarc1; p=none")],
  inconclusive: silent,
});

it("prints the record to publish", async () => {
  const { results } = await examine(check, at("v=DMARC1; p=rejecct; aspf=s"));
  expect(results[0]!.findings[0]!.fix).toMatchObject({ to: "v=DMARC1; p=reject; aspf=s" });
});

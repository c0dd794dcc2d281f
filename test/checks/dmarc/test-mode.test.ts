import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/test-mode.js";

const at = (...texts: string[]): { zone: string } => ({
  zone: texts.map((text) => `_dmarc.example.com TXT "${text}"`).join("\n"),
});
const none = { zone: `example.com MX 10 mx1.example.com` };
const silent = { zone: `_dmarc.example.com TXT !timeout` };
const inherited = { zone: `_dmarc.example.com TXT "v=DMARC1; p=reject"`, target: { domain: "news.example.com" } };

testCheck(check, {
  meant: [at("v=DMARC1; p=reject"), at("v=DMARC1; p=reject; t=n"), inherited],
  idle: at("v=DMARC1; p=none; t=y"),
  testing: [at("v=DMARC1; p=reject; t=y"), at("v=DMARC1; p=quarantine; t=Y")],
  skip: [none, at("v=DMARC1; t=y")],
  inconclusive: silent,
});

it("prints the record to publish", async () => {
  const { results } = await examine(check, at("v=DMARC1; p=reject; t=y"));
  expect(results[0]!.findings[0]!.fix).toMatchObject({ to: "v=DMARC1; p=reject" });
});

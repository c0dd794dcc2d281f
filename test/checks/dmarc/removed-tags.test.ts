import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/removed-tags.js";

const at = (...texts: string[]): { zone: string } => ({
  zone: texts.map((text) => `_dmarc.example.com TXT "${text}"`).join("\n"),
});
const none = { zone: `example.com MX 10 mx1.example.com` };
const silent = { zone: `_dmarc.example.com TXT !timeout` };
const inherited = { zone: `_dmarc.example.com TXT "v=DMARC1; p=reject"`, target: { domain: "news.example.com" } };

testCheck(check, {
  current: at("v=DMARC1; p=reject; t=n"),
  removed: [
    at("v=DMARC1; p=none; pct=50"),
    at("v=DMARC1; p=reject; pct=100"),
    at("v=DMARC1; p=none; rf=afrf; ri=86400"),
  ],
  sampled: [at("v=DMARC1; p=reject; pct=20"), at("v=DMARC1; p=quarantine; pct=0")],
  skip: [none, inherited],
  inconclusive: silent,
});

it("prints the record to publish", async () => {
  const { results } = await examine(check, at("v=DMARC1; p=reject; pct=0; ri=3600"));
  expect(results[0]!.findings[0]!.fix).toMatchObject({ to: "v=DMARC1; p=reject; t=y" });
});

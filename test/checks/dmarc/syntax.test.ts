import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/syntax.js";

const at = (...texts: string[]): { zone: string } => ({
  zone: texts.map((text) => `_dmarc.example.com TXT "${text}"`).join("\n"),
});
const none = { zone: `example.com MX 10 mx1.example.com` };
const silent = { zone: `_dmarc.example.com TXT !timeout` };
const inherited = { zone: `_dmarc.example.com TXT "v=DMARC1; p=reject"`, target: { domain: "news.example.com" } };

testCheck(check, {
  good: [
    at("v=DMARC1; p=none; unknown=1; pct=50"),
    at("v=DMARC1; p=rejecct"),
    at("v=DMARC1; p=none; rua=x"),
    at("v=DMARC1; p=none; p=reject"),
    at("v=DMARC1; p=none; fo=0:1"),
  ],
  dropped: [
    at("v=DMARC1; p=none; adkim=strict"),
    at("v=DMARC1; p=none; garbage"),
    at("v=DMARC1; p=none;; aspf=r"),
    at("v=DMARC1; p=none; sp=bad; rua=mailto:a@example.com"),
    at("v=DMARC1; P=none"),
    at("v=DMARC1; p=none; ruf=a@example.com"),
  ],
  policy: [at("v=DMARC1; p=reject; sp=bad; rua=mailto:a@example.com"), at("v=DMARC1; p=quarantine; np=x")],
  skip: [none, inherited, at("v=DMARC1; p=none", "v=DMARC1; p=none")],
  inconclusive: silent,
});

it("prints the record to publish", async () => {
  const { results } = await examine(check, at("v=DMARC1; p=reject; sp=bad; adkim=s"));
  expect(results[0]!.findings[0]!.fix).toMatchObject({
    from: "v=DMARC1; p=reject; sp=bad; adkim=s",
    to: "v=DMARC1; p=reject; adkim=s",
  });
});

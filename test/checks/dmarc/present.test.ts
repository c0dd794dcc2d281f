import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/present.js";

const at = (...texts: string[]): { zone: string } => ({
  zone: texts.map((text) => `_dmarc.example.com TXT "${text}"`).join("\n"),
});
const none = { zone: `example.com MX 10 mx1.example.com` };
const silent = { zone: `_dmarc.example.com TXT !timeout` };
const inherited = { zone: `_dmarc.example.com TXT "v=DMARC1; p=reject"`, target: { domain: "news.example.com" } };

const sends = { target: { role: ["sends"] as const } };

testCheck(check, {
  present: [at("v=DMARC1; p=none"), at("v=DMARC1;p=reject", "google-site-verification=x"), at('v=DMARC1; p=re" "ject')],
  inherited: [
    inherited,
    { zone: `_dmarc.bank.example TXT "v=DMARC1; p=reject; psd=y"`, target: { domain: "mega.bank.example" } },
    { zone: `_dmarc.a.b.example.com A 192.0.2.1\n${inherited.zone}`, target: { domain: "a.b.example.com" } },
  ],
  none: [
    { ...none, ...sends },
    none,
    { zone: `_dmarc.b.example.com TXT "v=DMARC1; p=reject"`, target: { domain: "b.c.example.com", role: ["sends"] } },
  ],
  open: [{ zone: `example.com MX 0 .\nexample.com TXT "v=spf1 -all"` }, { ...none, target: { role: ["receives"] } }],
  skip: [at("v=DMARC1; p=none", "v=DMARC1; p=reject"), at("v=dmarc1; p=none"), at("v=DMARC1; p=none; p=reject")],
  inconclusive: [
    silent,
    { zone: `_dmarc.com TXT !servfail` },
    { zone: `_dmarc.example.com TXT !servfail`, target: { domain: "news.example.com" } },
  ],
});

it("does not mind a silent parent where the domain has a record", async () => {
  const { results } = await examine(check, { zone: `${at("v=DMARC1; p=none").zone}\n_dmarc.com TXT !timeout` });
  expect(results[0]!.status).toBe("pass");
});

it("prints the record to publish", async () => {
  const { results } = await examine(check, none);
  expect(results[0]!.findings[0]!.fix).toMatchObject({ to: "v=DMARC1; p=none; rua=mailto:dmarc-reports@example.com" });
});

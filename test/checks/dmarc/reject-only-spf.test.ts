import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/reject-only-spf.js";

const record = (name: string, text: string): string => `_dmarc.${name} TXT "${text}"\n`;
const world = (domain: string, ...zone: string[]) => ({ zone: zone.join("\n"), target: { domain } });
const at = (text: string) => world("example.com", record("example.com", text));

const key = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE";
const sends = { role: ["sends"] as const };
const sending = (text: string, ...zone: string[]) => ({
  zone: [record("example.com", text), ...zone].join("\n"),
  target: sends,
});

testCheck(check, {
  milder: [sending("v=DMARC1; p=none"), sending("v=DMARC1; p=quarantine")],
  signed: sending("v=DMARC1; p=reject", `default._domainkey.example.com TXT "v=DKIM1; p=${key}"`),
  alone: [
    sending("v=DMARC1; p=reject"),
    sending("v=DMARC1; p=reject", 'default._domainkey.example.com TXT "v=DKIM1; p="'),
  ],
  skip: [
    { zone: "", target: sends },
    { ...at("v=DMARC1; p=reject"), target: { role: ["receives"] } },
    { ...at("v=DMARC1; p=reject"), target: { ...sends, selectors: ["s1"] } },
  ],
  inconclusive: [
    { zone: "_dmarc.example.com TXT !timeout", target: sends },
    sending("v=DMARC1; p=reject", "default._domainkey.example.com TXT !timeout"),
  ],
});

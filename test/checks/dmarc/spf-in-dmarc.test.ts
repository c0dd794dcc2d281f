import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/spf-in-dmarc.js";

const record = (name: string, text: string): string => `_dmarc.${name} TXT "${text}"\n`;
const world = (domain: string, ...zone: string[]) => ({ zone: zone.join("\n"), target: { domain } });
const at = (text: string) => world("example.com", record("example.com", text));

testCheck(check, {
  apart: [at("v=DMARC1; p=none"), at("google-site-verification=x"), at("v=spf10 -all")],
  mixed: [
    at("v=spf1 -all"),
    world("example.com", record("example.com", "v=DMARC1; p=none"), record("example.com", "v=spf1 -all")),
    world("example.com", '*.example.com TXT "v=spf1 -all"'),
  ],
  skip: world("example.com", "example.com MX 10 mx1.example.com"),
  inconclusive: world("example.com", "_dmarc.example.com TXT !timeout"),
});

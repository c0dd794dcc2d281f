import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/unknown-tags.js";

const record = (name: string, text: string): string => `_dmarc.${name} TXT "${text}"\n`;
const world = (domain: string, ...zone: string[]) => ({ zone: zone.join("\n"), target: { domain } });
const at = (text: string) => world("example.com", record("example.com", text));

testCheck(check, {
  known: [at("v=DMARC1; p=none; pct=50; rf=afrf; ri=86400; T=y"), at("v=DMARC1; p=none; garbage")],
  ignored: [at("v=DMARC1; p=none; plicy=reject"), at("v=DMARC1; p=none; x=1; y=2")],
  skip: world("example.com", "example.com MX 10 mx1.example.com"),
  inconclusive: world("example.com", "_dmarc.example.com TXT !timeout"),
});

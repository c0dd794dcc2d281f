import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/ruf-privacy.js";

const record = (name: string, text: string): string => `_dmarc.${name} TXT "${text}"\n`;
const world = (domain: string, ...zone: string[]) => ({ zone: zone.join("\n"), target: { domain } });
const at = (text: string) => world("example.com", record("example.com", text));

testCheck(check, {
  none: [at("v=DMARC1; p=none"), at("v=DMARC1; p=none; ruf=b")],
  asked: at("v=DMARC1; p=none; ruf=mailto:a@example.com"),
  skip: world("example.com", "example.com MX 10 mx1.example.com"),
  inconclusive: world("example.com", "_dmarc.example.com TXT !timeout"),
});

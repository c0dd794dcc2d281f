import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/wildcard-inherit.js";

const record = (name: string, text: string): string => `_dmarc.${name} TXT "${text}"\n`;
const world = (domain: string, ...zone: string[]) => ({ zone: zone.join("\n"), target: { domain } });
const at = (text: string) => world("example.com", record("example.com", text));

testCheck(check, {
  none: [
    at("v=DMARC1; p=none"),
    world("example.com", "example.com MX 10 mx1.example.com"),
    world("example.com", '*.example.com TXT "v=spf1 -all"'),
  ],
  everywhere: [
    world("example.com", '*.example.com TXT "v=DMARC1; p=reject"'),
    world("example.com", '*.example.com TXT "x"', '*.example.com TXT "v=DMARC1"'),
  ],
  inconclusive: world("example.com", "*.example.com TXT !timeout"),
});

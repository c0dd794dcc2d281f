import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/unrelated-txt.js";

const record = (name: string, text: string): string => `_dmarc.${name} TXT "${text}"\n`;
const world = (domain: string, ...zone: string[]) => ({ zone: zone.join("\n"), target: { domain } });
const at = (text: string) => world("example.com", record("example.com", text));

const beside = "google-site-verification=x";

testCheck(check, {
  alone: [at("v=DMARC1; p=none"), at("v=dmarc1; p=none"), at("v=spf1 -all")],
  beside: [world("example.com", record("example.com", "v=DMARC1; p=none"), record("example.com", beside)), at(beside)],
  skip: world("example.com", "example.com MX 10 mx1.example.com"),
  inconclusive: world("example.com", "_dmarc.example.com TXT !timeout"),
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/sp-on-subdomain-ignored.js";

const record = (name: string, text: string): string => `_dmarc.${name} TXT "${text}"\n`;
const world = (domain: string, ...zone: string[]) => ({ zone: zone.join("\n"), target: { domain } });
const at = (text: string) => world("example.com", record("example.com", text));

const above = record("example.com", "v=DMARC1; p=none");
const own = (text: string) => world("news.example.com", above, record("news.example.com", text));

testCheck(check, {
  counts: [at("v=DMARC1; p=reject; sp=none"), own("v=DMARC1; p=reject; sp=none; psd=n")],
  unset: own("v=DMARC1; p=reject"),
  ignored: [own("v=DMARC1; p=reject; sp=none"), own("v=DMARC1; p=reject; np=reject")],
  skip: [world("example.com", "example.com MX 10 mx1.example.com"), world("news.example.com", above)],
  inconclusive: [
    world("example.com", "_dmarc.example.com TXT !timeout"),
    world("example.com", record("example.com", "v=DMARC1; p=none"), "_dmarc.com TXT !servfail"),
  ],
});

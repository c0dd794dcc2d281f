import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/record-single.js";

const at = (...texts: string[]): { zone: string } => ({
  zone: texts.map((text) => `_dmarc.example.com TXT "${text}"`).join("\n"),
});
const none = { zone: `example.com MX 10 mx1.example.com` };
const silent = { zone: `_dmarc.example.com TXT !timeout` };
const inherited = { zone: `_dmarc.example.com TXT "v=DMARC1; p=reject"`, target: { domain: "news.example.com" } };

testCheck(check, {
  single: [at("v=DMARC1; p=none"), at("v=DMARC1; p=none", "v=spf1 -all"), at("v=dmarc1; p=none")],
  several: at("v=DMARC1; p=none", "v=DMARC1; p=reject"),
  skip: [none, inherited, at("v=spf1 -all")],
  inconclusive: silent,
});

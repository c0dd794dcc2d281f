import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/record-single.js";
import { keys } from "./keys.js";

const target = { selectors: ["s1"] };
const at = (data: string): { zone: string; target: object } => ({
  zone: `s1._domainkey.example.com TXT ${data}`,
  target,
});
const key = `"v=DKIM1; p=${keys.rsa2048}"`;

testCheck(check, {
  single: at(key),
  several: {
    zone: `
      s1._domainkey.example.com TXT ${key}
      s1._domainkey.example.com TXT "v=DKIM1; p="`,
    target,
  },
  beside: {
    zone: `
      s1._domainkey.example.com TXT ${key}
      s1._domainkey.example.com TXT "v=spf1 -all"`,
    target,
  },
  skip: [{ zone: `example.com MX 10 mx1.example.com` }, { zone: `example.com MX 10 mx1.example.com`, target }],
  inconclusive: [at("!servfail"), at("!timeout")],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/selector-present.js";
import { keys } from "./keys.js";

const target = { selectors: ["s1"] };
const at = (data: string): { zone: string; target: object } => ({
  zone: `s1._domainkey.example.com TXT ${data}`,
  target,
});

testCheck(check, {
  present: [
    at(`"v=DKIM1; p=${keys.rsa2048.slice(0, 200)}" "${keys.rsa2048.slice(200)}"`),
    at(`"v=DKIM1; p="`),
    at(`"k=rsa; p=${keys.rsa2048}"`),
    {
      zone: `
        s1._domainkey.example.com CNAME s1.keys.example.net
        s1.keys.example.net TXT "v=DKIM1; p=${keys.rsa2048}"`,
      target,
    },
  ],
  none: { zone: `example.com MX 10 mx1.example.com`, target },
  other: at(`"v=spf1 -all"`),
  skip: [
    { zone: `example.com MX 10 mx1.example.com` },
    { zone: `s1._domainkey.example.com CNAME s1.keys.example.net`, target },
  ],
  inconclusive: [at("!servfail"), at("!timeout")],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/record-syntax.js";
import { keys } from "./keys.js";

const target = { selectors: ["s1"] };
const at = (data: string): { zone: string; target: object } => ({
  zone: `s1._domainkey.example.com TXT ${data}`,
  target,
});

testCheck(check, {
  good: [at(`"v=DKIM1; k=rsa; p=${keys.rsa2048};"`), at(`"p=${keys.rsa2048}; n=a note"`), at(`"v=DKIM1; p="`)],
  broken: [
    at(`"k=rsa; v=DKIM1; p=${keys.rsa2048}"`),
    at(`"v=DKIM2; p=${keys.rsa2048}"`),
    at(String.raw`"v=DKIM1\\; p=${keys.rsa2048}"`),
    at(`"v=DKIM1; k=rsa"`),
    at(`"v=DKIM1; p=${keys.rsa2048}; p=${keys.rsa2048}"`),
    at(`"v=DKIM1; p=${keys.rsa2048}; garbage"`),
  ],
  skip: [{ zone: `example.com MX 10 mx1.example.com` }, { zone: `example.com MX 10 mx1.example.com`, target }],
  inconclusive: [at("!servfail"), at("!timeout")],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/revoked.js";
import { keys } from "./keys.js";

const target = { selectors: ["s1"] };
const at = (data: string): { zone: string; target: object } => ({
  zone: `s1._domainkey.example.com TXT ${data}`,
  target,
});

testCheck(check, {
  live: at(`"v=DKIM1; p=${keys.rsa2048}"`),
  revoked: [at(`"v=DKIM1; p="`), at(`"v=DKIM1; k=rsa; p= ;"`)],
  skip: [{ zone: `example.com MX 10 mx1.example.com` }, { zone: `example.com MX 10 mx1.example.com`, target }],
  inconclusive: [at("!servfail"), at("!timeout")],
});

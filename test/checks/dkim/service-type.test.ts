import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/service-type.js";
import { keys } from "./keys.js";

const target = { selectors: ["s1"] };
const at = (data: string): { zone: string; target: object } => ({
  zone: `s1._domainkey.example.com TXT ${data}`,
  target,
});

testCheck(check, {
  mail: [at(`"v=DKIM1; p=${keys.rsa2048}"`), at(`"s=email; p=${keys.rsa2048}"`), at(`"s=other:*; p=${keys.rsa2048}"`)],
  other: at(`"v=DKIM1; s=tlsrpt; p=${keys.rsa2048}"`),
  skip: [{ zone: `example.com MX 10 mx1.example.com` }, { zone: `example.com MX 10 mx1.example.com`, target }],
  inconclusive: [at("!servfail"), at("!timeout")],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/key-size.js";
import { keys } from "./keys.js";

const target = { selectors: ["s1"] };
const at = (data: string): { zone: string; target: object } => ({
  zone: `s1._domainkey.example.com TXT ${data}`,
  target,
});

testCheck(check, {
  enough: [
    at(`"v=DKIM1; p=${keys.rsa2048}"`),
    at(`"v=DKIM1; p=${keys.rsa2048Pkcs1}"`),
    at(`"v=DKIM1; k=ed25519; p=${keys.ed25519}"`),
    { ...at(`"v=DKIM1; p=${keys.rsa1024}"`), options: { bits: 1024 } },
  ],
  weak: at(`"v=DKIM1; p=${keys.rsa1024}"`),
  long: at(`"v=DKIM1; p=${keys.rsa4104}"`),
  short: at(`"v=DKIM1; p=${keys.rsa512}"`),
  skip: [{ zone: `example.com MX 10 mx1.example.com`, target }, at(`"v=DKIM1; p="`), at(`"v=DKIM1; p=AAAA"`)],
  inconclusive: at("!timeout"),
});

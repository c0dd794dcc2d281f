import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/key-parse.js";
import { keys } from "./keys.js";

const target = { selectors: ["s1"] };
const at = (data: string): { zone: string; target: object } => ({
  zone: `s1._domainkey.example.com TXT ${data}`,
  target,
});

testCheck(check, {
  readable: [
    at(`"v=DKIM1; p=${keys.rsa2048}"`),
    at(`"v=DKIM1; p=${keys.rsa2048Pkcs1}"`),
    at(`"v=DKIM1; p=${keys.rsa2048.slice(0, 70)} ${keys.rsa2048.slice(70)}"`),
    at(`"v=DKIM1; k=ed25519; p=${keys.ed25519}"`),
  ],
  unreadable: [
    at(`"v=DKIM1; p=${keys.rsa2048.slice(0, 255)}"`),
    at(`"v=DKIM1; p=-----BEGIN PUBLIC KEY-----${keys.rsa2048}"`),
    at(`"v=DKIM1; p=!!!"`),
    at(`"v=DKIM1; p=${keys.ed25519Spki}"`),
    at(`"v=DKIM1; k=ed25519; p=${keys.ed25519Spki}"`),
    at(`"v=DKIM1; k=ed25519; p=${keys.rsa2048}"`),
  ],
  skip: [
    { zone: `example.com MX 10 mx1.example.com`, target },
    at(`"v=DKIM1; p="`),
    at(`"v=DKIM1; k=dsa; p=${keys.rsa2048}"`),
    at(`"v=DKIM1; k=rsa"`),
  ],
  inconclusive: at("!servfail"),
});

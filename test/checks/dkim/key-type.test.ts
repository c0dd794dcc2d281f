import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/key-type.js";
import { keys } from "./keys.js";

const target = { selectors: ["s1"] };
const at = (data: string): { zone: string; target: object } => ({
  zone: `s1._domainkey.example.com TXT ${data}`,
  target,
});

testCheck(check, {
  rsa: [at(`"v=DKIM1; p=${keys.rsa2048}"`), at(`"v=DKIM1; k=rsa; p="`)],
  ed25519: at(`"v=DKIM1; k=ed25519; p=${keys.ed25519}"`),
  unknown: at(`"v=DKIM1; k=dsa; p=${keys.rsa2048}"`),
  skip: [{ zone: `example.com MX 10 mx1.example.com` }, { zone: `example.com MX 10 mx1.example.com`, target }],
  inconclusive: [at("!servfail"), at("!timeout")],
});

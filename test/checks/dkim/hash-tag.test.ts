import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/hash-tag.js";
import { keys } from "./keys.js";

const target = { selectors: ["s1"] };
const at = (data: string): { zone: string; target: object } => ({
  zone: `s1._domainkey.example.com TXT ${data}`,
  target,
});

testCheck(check, {
  allowed: [at(`"v=DKIM1; p=${keys.rsa2048}"`), at(`"v=DKIM1; h=sha1:sha256; p=${keys.rsa2048}"`)],
  excluded: at(`"v=DKIM1; h=sha1; p=${keys.rsa2048}"`),
  skip: [{ zone: `example.com MX 10 mx1.example.com` }, { zone: `example.com MX 10 mx1.example.com`, target }],
  inconclusive: [at("!servfail"), at("!timeout")],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/strict-flag.js";
import { keys } from "./keys.js";

const target = { selectors: ["s1"] };
const at = (data: string): { zone: string; target: object } => ({
  zone: `s1._domainkey.example.com TXT ${data}`,
  target,
});

testCheck(check, {
  loose: [at(`"v=DKIM1; p=${keys.rsa2048}"`), at(`"v=DKIM1; t=y; p=${keys.rsa2048}"`)],
  strict: at(`"v=DKIM1; t=y:s; p=${keys.rsa2048}"`),
  skip: [{ zone: "example.com MX 10 mx1.example.com" }, { zone: "example.com MX 10 mx1.example.com", target }],
  inconclusive: at("!timeout"),
});

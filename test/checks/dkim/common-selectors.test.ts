import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/common-selectors.js";
import { keys } from "./keys.js";

const zone = (...lines: string[]): { zone: string } => ({
  zone: ["example.com MX 10 mx1.example.com", ...lines].join("\n"),
});
const key = `"v=DKIM1; p=${keys.rsa2048}"`;
const wildcard = `*._domainkey.example.com TXT "v=DKIM1; p="`;

testCheck(check, {
  found: [
    zone(`google._domainkey.example.com TXT ${key}`, `k1._domainkey.example.com TXT "v=DKIM1; p="`),
    zone(`google._domainkey.example.com TXT ${key}`, wildcard),
    zone(`google._domainkey.example.com TXT ${key}`, `k1._domainkey.example.com TXT !timeout`),
  ],
  revoked: zone(`google._domainkey.example.com TXT "v=DKIM1; p="`),
  skip: [
    zone(),
    zone(wildcard),
    { ...zone(`google._domainkey.example.com TXT ${key}`), target: { selectors: ["s1"] } },
    zone(`google._domainkey.example.com TXT "v=spf1 -all"`),
    { zone: `example.com TXT "v=spf1 -all"\ngoogle._domainkey.example.com TXT ${key}` },
  ],
  inconclusive: [
    zone(`google._domainkey.example.com TXT !timeout`),
    zone(`google._domainkey.example.com TXT ${key}`, `*._domainkey.example.com TXT !servfail`),
  ],
});

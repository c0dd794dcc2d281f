import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/domainkey-node.js";

testCheck(check, {
  exists: [
    { zone: `s1._domainkey.example.com TXT "v=DKIM1; p="` },
    { zone: `_domainkey.example.com TXT "o=-"` },
    { zone: `_domainkey.example.com A 192.0.2.1` },
  ],
  missing: [{}, { zone: `example.com MX 10 mx1.example.com` }],
  inconclusive: { zone: `_domainkey.example.com TXT !timeout` },
});

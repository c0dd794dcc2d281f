import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dns/wildcard-txt.js";

testCheck(check, {
  none: [{ zone: `example.com TXT "v=spf1 -all"` }, { zone: `*.example.com A 192.0.2.1` }, { zone: "" }],
  denying: [
    { zone: `*.example.com TXT "v=spf1 -all"\n*._domainkey.example.com TXT "v=DKIM1; p="` },
    { zone: `*._domainkey.example.com TXT "v=DKIM1; p="` },
  ],
  everywhere: [
    { zone: `*.example.com TXT "site-verification=1"` },
    { zone: `*._domainkey.example.com TXT "v=DKIM1; p=MIGf"` },
    { zone: `*.example.com CNAME example.com\nexample.com TXT "v=spf1 mx -all"` },
  ],
  inconclusive: { zone: `*.example.com TXT !servfail` },
});

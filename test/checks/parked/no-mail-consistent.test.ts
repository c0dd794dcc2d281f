import { testCheck } from "mailworthy/testing";
import check from "../../../checks/parked/no-mail-consistent.js";

const host = "example.com MX 10 mx1.example.com\nmx1.example.com A 192.0.2.25\n";
const key = `google._domainkey.example.com TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="`;
const denying = `example.com TXT "v=spf1 -all"\n`;

testCheck(check, {
  consistent: [
    { zone: `example.com MX 0 .\n${denying}` },
    { zone: "example.com MX 0 ." },
    { zone: host + denying },
    { zone: `${host}${denying}google._domainkey.example.com TXT "v=DKIM1; p="` },
  ],
  authorised: { zone: `example.com MX 0 .\nexample.com TXT "v=spf1 ip4:192.0.2.1 -all"` },
  keyed: { zone: host + denying + key },
  skip: [{ zone: host }, { zone: `${host}example.com TXT "v=spf1 mx -all"` }],
  inconclusive: [
    { zone: "example.com MX !timeout" },
    { zone: `${host}${denying}google._domainkey.example.com TXT !timeout` },
  ],
});

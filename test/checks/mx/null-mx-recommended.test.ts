import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mx/null-mx-recommended.js";

const denied = `example.com TXT "v=spf1 -all"`;

testCheck(check, {
  published: { zone: `${denied}\nexample.com MX 0 .\nexample.com A 192.0.2.80` },
  unneeded: { zone: denied },
  missing: [{ zone: `${denied}\nexample.com A 192.0.2.80` }, { zone: `${denied}\nexample.com AAAA 2001:db8::80` }],
  skip: [
    { zone: `${denied}\nexample.com MX 10 mx1.example.com` },
    { zone: `example.com A 192.0.2.80` },
    { zone: `example.com A 192.0.2.80\nexample.com TXT "v=spf1 a -all"` },
  ],
  inconclusive: [
    { zone: `${denied}\nexample.com MX !timeout` },
    { zone: `${denied}\nexample.com A !servfail` },
    { zone: `example.com TXT !timeout` },
  ],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mx/present.js";

testCheck(check, {
  present: [
    { zone: `example.com MX 10 mx1.example.com` },
    { zone: `example.com MX 10 mx1.example.com\nexample.com TXT !servfail` },
    { zone: `example.com MX 10 mx1.example.com\nexample.com MX 0 .` },
  ],
  implicit: [
    { zone: `example.com A 192.0.2.1`, target: { role: ["receives"] } },
    { zone: `example.com A 192.0.2.1\nexample.com AAAA !servfail`, target: { role: ["receives"] } },
  ],
  refusing: { zone: `example.com MX 0 .`, target: { role: ["receives"] } },
  none: { zone: `example.com TXT "v=spf1 -all"`, target: { role: ["receives"] } },
  skip: [{ zone: `example.com MX 0 .` }, { zone: `example.com MX 0 .\nexample.com TXT !servfail` }],
  inconclusive: [
    { zone: `example.com MX !servfail` },
    { zone: `example.com * !timeout` },
    { zone: `example.com A !servfail`, target: { role: ["receives"] } },
    {
      zone: `example.com A 192.0.2.99\nmailworthy-q7x3vz9k2m.invalid A 192.0.2.99`,
      target: { role: ["receives"] },
    },
  ],
});

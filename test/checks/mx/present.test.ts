import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mx/present.js";

testCheck(check, {
  present: { zone: `example.com MX 10 mx1.example.com` },
  implicit: { zone: `example.com A 192.0.2.1`, target: { role: ["receives"] } },
  none: { zone: `example.com TXT "v=spf1 -all"`, target: { role: ["receives"] } },
  skip: { zone: `example.com MX 0 .` },
  inconclusive: [{ zone: `example.com MX !servfail` }, { zone: `example.com * !timeout` }],
});

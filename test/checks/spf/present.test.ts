import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/present.js";

testCheck(check, {
  present: { zone: `example.com TXT "v=spf1 mx " "-all"` },
  none: { zone: `example.com MX 10 mx1.example.com` },
  skip: { zone: `example.com TXT "v=spf1 -all"`, target: { role: ["receives"] } },
  inconclusive: { zone: `example.com TXT !servfail` },
});

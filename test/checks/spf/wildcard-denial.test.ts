import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/wildcard-denial.js";

testCheck(check, {
  denied: { zone: `*.example.com TXT "v=spf1 -all"` },
  other: { zone: `*.example.com TXT "v=spf1 mx -all"` },
  none: [{ zone: `example.com TXT "v=spf1 -all"` }, { zone: `*.example.com TXT "something else"` }],
  inconclusive: { zone: `*.example.com TXT !timeout` },
});

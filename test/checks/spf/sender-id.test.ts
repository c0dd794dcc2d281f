import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/sender-id.js";

testCheck(check, {
  none: [{ zone: `example.com TXT "v=spf1 -all"` }, { zone: `` }],
  left: [
    { zone: `example.com TXT "v=spf1 mx"\nexample.com TXT "spf2.0/pra mx -all"` },
    { zone: `example.com TXT "spf2.0/mfrom,pra mx -all"` },
  ],
  inconclusive: { zone: `example.com TXT !timeout` },
});

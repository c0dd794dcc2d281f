import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/redirect-with-all.js";

testCheck(check, {
  none: { zone: `example.com TXT "v=spf1 mx -all"` },
  alone: { zone: `example.com TXT "v=spf1 mx redirect=b.example"` },
  ignored: [
    { zone: `example.com TXT "v=spf1 mx -all redirect=b.example"` },
    { zone: `example.com TXT "v=spf1 redirect=b.example mx ?all"` },
  ],
  skip: { zone: `` },
  inconclusive: { zone: `example.com TXT !timeout` },
});

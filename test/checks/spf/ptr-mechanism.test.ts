import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/ptr-mechanism.js";

testCheck(check, {
  none: { zone: `example.com TXT "v=spf1 mx -all"` },
  used: { zone: `example.com TXT "v=spf1 ptr ptr:b.example -all"` },
  skip: { zone: `` },
  inconclusive: { zone: `example.com TXT !timeout` },
});

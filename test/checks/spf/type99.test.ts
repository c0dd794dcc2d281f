import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/type99.js";

testCheck(check, {
  none: { zone: `example.com TXT "v=spf1 -all"` },
  left: { zone: `example.com SPF "v=spf1 -all"` },
  inconclusive: { zone: `example.com SPF !timeout` },
});

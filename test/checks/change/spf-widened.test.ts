import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/spf-widened.js";

const spf = (text: string): string => `example.com TXT "v=spf1 ${text}"`;

testCheck(check, {
  narrow: [
    { before: spf("ip4:192.0.2.1 -all"), zone: spf("ip4:192.0.2.0/29 -all") },
    { before: spf("ip4:192.0.2.0/24 -all"), zone: spf("ip4:192.0.2.1 -all") },
    { before: "", zone: spf("ip4:10.0.0.0/8 -all") },
  ],
  wider: [
    { before: spf("ip4:192.0.2.1 -all"), zone: spf("ip4:192.0.0.0/16 -all") },
    { before: spf("ip4:192.0.2.1 -all"), zone: spf("+all") },
  ],
});

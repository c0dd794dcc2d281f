import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/mx-ttl-raised-in-move.js";

const at = (ttl: number, host: string): string => `example.com ${ttl} MX 10 ${host}.example.com`;

testCheck(check, {
  short: [
    { before: at(300, "mx1"), zone: at(3_600, "mx2") },
    { before: at(300, "mx1"), zone: at(86_400, "mx1") },
    { before: at(86_400, "mx1"), zone: at(86_400, "mx2") },
  ],
  raised: { before: at(300, "mx1"), zone: at(86_400, "mx2") },
});

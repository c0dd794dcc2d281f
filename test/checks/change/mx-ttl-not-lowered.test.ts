import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/mx-ttl-not-lowered.js";

const at = (ttl: number, host: string): string => `example.com ${ttl} MX 10 ${host}.example.com`;

testCheck(check, {
  ready: [
    { before: at(86_400, "mx1"), zone: at(86_400, "mx1") },
    { before: at(300, "mx1"), zone: at(300, "mx2") },
    { before: "example.com A 192.0.2.1", zone: at(86_400, "mx1") },
    { before: at(86_400, "mx1"), zone: "" },
  ],
  slow: { before: at(7_200, "mx1"), zone: at(300, "mx2") },
  late: { before: at(86_400, "mx1"), zone: at(300, "mx2") },
});

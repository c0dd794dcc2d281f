import { testCheck } from "mailworthy/testing";
import check from "../../../checks/id/return-path-deliverable.js";

const target = { role: ["sends"] as const };

testCheck(check, {
  deliverable: [
    { zone: `example.com MX 10 mx1.example.com`, target },
    { zone: `example.com A 192.0.2.1`, target },
  ],
  nowhere: { zone: `example.com TXT "v=spf1 ip4:192.0.2.1 -all"` },
  skip: [
    { zone: `example.com MX 0 .`, target },
    { zone: `example.com A 192.0.2.1`, target: { role: ["parked"] } },
  ],
  inconclusive: [
    { zone: `example.com MX !timeout`, target },
    { zone: `example.com A !servfail`, target },
  ],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/mx-target-lost-address.js";

const mx = "example.com MX 10 mx1.example.com\n";
const place = { file: "plan", line: 1, column: 1 } as const;
const v4 = "mx1.example.com A 192.0.2.1\n";
const v6 = "mx1.example.com AAAA 2001:db8::1\n";

testCheck(check, {
  kept: [
    { before: mx + v4, zone: mx + v4.replace(".1", ".2") },
    { before: mx + v4, zone: `${mx}*.example.com A 192.0.2.1` },
    { before: `${mx}*.example.com A 192.0.2.1`, zone: mx + v4 },
    {
      before: mx + v4 + v6,
      zone: mx + v4,
      more: { after: { unknown: [{ ...place, name: "mx1.example.com", type: "AAAA", why: "computed" }] } },
    },
    { before: `${mx}mx1.example.com CNAME mail.example.net`, zone: `${mx}mx1.example.com CNAME mail.example.net` },
  ],
  inconclusive: [
    { before: mx + v4, zone: `${mx}mx1.example.com CNAME mail.example.net` },
    { before: mx + v4, zone: `${mx}mx1.example.com NS ns.example.net` },
  ],
  lost: [
    { before: mx + v4, zone: mx },
    { before: mx + v6, zone: mx },
    { before: `${mx}*.example.com A 192.0.2.1`, zone: `${mx}*.example.com TXT x` },
  ],
  partly: { before: mx + v4 + v6, zone: mx + v6 },
});

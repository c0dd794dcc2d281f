import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/mx-target-lost-address.js";

const mx = "example.com MX 10 mx1.example.com\n";
const v4 = "mx1.example.com A 192.0.2.1\n";
const v6 = "mx1.example.com AAAA 2001:db8::1\n";

testCheck(check, {
  kept: [
    { before: mx + v4, zone: mx + v4.replace(".1", ".2") },
    { before: mx + v4, zone: `${mx}mx1.example.com CNAME mail.example.net` },
  ],
  lost: [
    { before: mx + v4, zone: mx },
    { before: mx + v6, zone: mx },
  ],
  partly: { before: mx + v4 + v6, zone: mx + v6 },
});

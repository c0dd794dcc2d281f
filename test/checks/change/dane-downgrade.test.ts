import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/dane-downgrade.js";

const mx = (host: string): string => `example.com MX 10 ${host}\n`;
const tlsa = (host: string): string => `_25._tcp.${host} TLSA 3 1 1 ${"ab".repeat(32)}\n`;

testCheck(check, {
  kept: [
    { before: mx("mx1.example.com") + tlsa("mx1.example.com"), zone: mx("mx1.example.com") + tlsa("mx1.example.com") },
    { before: mx("mx1.example.com"), zone: mx("mx2.example.com") },
    { before: mx("mx1.example.com") + tlsa("mx1.example.com"), zone: mx("mx.example.net") },
    { before: mx("mx1.example.com") + tlsa("mx1.example.com"), zone: mx("mx2.example.com") + tlsa("mx2.example.com") },
    {
      before: mx("mx1.example.com") + tlsa("mx1.example.com"),
      zone: `${mx("mx1.example.com")}_25._tcp.mx1.example.com CNAME dane.example.com\n${tlsa("x.example.com").replace("_25._tcp.x", "dane")}`,
    },
  ],
  lost: { before: mx("mx1.example.com") + tlsa("mx1.example.com"), zone: mx("mx1.example.com") },
  bare: { before: mx("mx1.example.com") + tlsa("mx1.example.com"), zone: mx("mx2.example.com") },
  inconclusive: {
    before: mx("mx1.example.com") + tlsa("mx1.example.com"),
    zone: `${mx("mx1.example.com")}_25._tcp.mx1.example.com CNAME dane.example.net`,
  },
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/unrelated-mail-loss.js";

const web = (address: string): string => `www.example.com A ${address}\n`;
const dmarc = '_dmarc.example.com TXT "v=DMARC1; p=none"\n';
const mx = (host: string): string => `example.com MX 10 ${host}.example.com\n`;

testCheck(check, {
  kept: [
    { before: web("192.0.2.1") + dmarc, zone: web("192.0.2.2") + dmarc },
    { before: web("192.0.2.1") + dmarc, zone: web("192.0.2.1") },
    { before: web("192.0.2.1") + dmarc + mx("a"), zone: web("192.0.2.2") + mx("b") },
  ],
  lost: [
    { before: web("192.0.2.1") + dmarc, zone: web("192.0.2.2") },
    { before: web("192.0.2.1") + mx("a"), zone: web("192.0.2.2") },
  ],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/null-mx-while-used.js";

const mx = "example.com MX 10 mx1.example.com\n";
const none = "example.com MX 0 .\n";
const spf = (text: string): string => `example.com TXT "v=spf1 ${text}"\n`;

testCheck(check, {
  clear: [
    { before: mx, zone: mx },
    { before: mx + spf("-all"), zone: none + spf("-all") },
    { before: none + spf("mx -all"), zone: none + spf("mx -all") },
  ],
  sends: { before: mx + spf("mx -all"), zone: none + spf("mx -all") },
  mixed: [
    { before: mx, zone: mx + none },
    { before: "", zone: mx + none },
  ],
  reports: { before: mx, zone: `${none}_dmarc.example.com TXT "v=DMARC1; p=reject; rua=mailto:d@example.com"` },
});

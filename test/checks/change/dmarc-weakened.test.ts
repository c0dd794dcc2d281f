import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/dmarc-weakened.js";

const dmarc = (text: string, name = "example.com"): string => `_dmarc.${name} TXT "v=DMARC1; ${text}"\n`;
const sub = "news.example.com MX 10 mx1.example.com\n";

testCheck(check, {
  kept: [
    { before: dmarc("p=none"), zone: dmarc("p=reject") },
    { before: dmarc("p=none"), zone: "" },
    {
      before: `_dmarc.example.com CNAME _dmarc.example.net\n${sub}`,
      zone: "_dmarc.example.com CNAME _dmarc.example.net",
    },
  ],
  inconclusive: { before: dmarc("p=reject"), zone: "_dmarc.example.com CNAME _dmarc.example.net" },
  lower: { before: dmarc("p=reject"), zone: dmarc("p=quarantine") },
  off: [
    { before: dmarc("p=quarantine"), zone: dmarc("p=none") },
    { before: dmarc("p=reject") + sub, zone: sub },
  ],
});

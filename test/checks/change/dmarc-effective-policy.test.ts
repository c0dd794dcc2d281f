import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/dmarc-effective-policy.js";

const dmarc = (text: string, name = "example.com"): string => `_dmarc.${name} TXT "v=DMARC1; ${text}"\n`;
const sub = "news.example.com MX 10 mx1.example.com\n";

testCheck(check, {
  same: [
    { before: dmarc("p=none") + sub, zone: dmarc("p=none") + sub },
    { before: dmarc("p=none") + sub, zone: dmarc("p=reject; sp=none") + sub },
    { before: dmarc("p=none") + sub, zone: dmarc("p=none") + dmarc("p=reject", "news.example.com") + sub },
    { before: dmarc("p=none"), zone: dmarc("p=reject") },
  ],
  other: [
    { before: dmarc("p=none") + sub, zone: dmarc("p=reject") + sub },
    { before: dmarc("p=reject") + dmarc("p=none", "news.example.com") + sub, zone: dmarc("p=reject") + sub },
  ],
});

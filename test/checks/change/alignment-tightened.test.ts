import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/alignment-tightened.js";

const dmarc = (text: string, name = "example.com"): string => `_dmarc.${name} TXT "v=DMARC1; ${text}"\n`;
const sub = "news.example.com MX 10 mx1.example.com\n";

testCheck(check, {
  same: [
    { before: dmarc("p=none") + sub, zone: dmarc("p=reject") + sub },
    { before: dmarc("p=none"), zone: dmarc("p=none; aspf=s") },
    { before: dmarc("p=none; adkim=s") + sub, zone: dmarc("p=none; adkim=s") + sub },
  ],
  tight: [
    { before: dmarc("p=none") + sub, zone: dmarc("p=none; aspf=s") + sub },
    { before: dmarc("p=none") + sub, zone: dmarc("p=none; adkim=s; aspf=r") + sub },
  ],
});

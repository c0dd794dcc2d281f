import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/vendor-token-removed.js";

const token = "example.com TXT google-site-verification=abc\n";
const mx = "example.com MX 1 smtp.google.com\n";
const spf = (include: string): string => `example.com TXT "v=spf1 include:${include} -all"\n`;

testCheck(check, {
  kept: [
    { before: token + mx, zone: token + mx },
    { before: token + mx, zone: token.replace("abc", "def") + mx },
    { before: token + mx, zone: "example.com MX 10 mx1.example.net" },
    { before: token + spf("spf.example.net"), zone: spf("spf.example.net") },
  ],
  removed: [
    { before: token + mx, zone: mx },
    { before: token + spf("_spf.google.com"), zone: spf("_spf.google.com") },
    {
      before: `example.com TXT MS=ms12345678\nexample.com MX 0 example-com.mail.protection.outlook.com`,
      zone: "example.com MX 0 example-com.mail.protection.outlook.com",
    },
  ],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/rua-self-cutover.js";

const at = (policy: string, host: string, rua = "example.com"): string =>
  `_dmarc.example.com TXT "v=DMARC1; p=${policy}; rua=mailto:d@${rua}"\nexample.com MX 10 ${host}.example.com\n`;

testCheck(check, {
  apart: [
    { before: at("none", "a"), zone: at("none", "b") },
    { before: at("none", "a"), zone: at("quarantine", "a") },
    { before: at("none", "a", "example.net"), zone: at("quarantine", "b", "example.net") },
    { before: at("reject", "a"), zone: at("none", "b") },
  ],
  together: { before: at("none", "a"), zone: at("quarantine", "b") },
});

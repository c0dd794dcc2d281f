import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/adsp-leftover.js";

testCheck(check, {
  none: [{}, { zone: `*.example.com TXT "v=spf1 -all"` }],
  leftover: { zone: `_adsp._domainkey.example.com TXT "dkim=all"` },
  inconclusive: { zone: `_adsp._domainkey.example.com TXT !servfail` },
});

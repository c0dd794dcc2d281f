import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/bounce-domain-orphaned.js";

const mx = "bounce.example.com MX 10 feedback-smtp.example.net\n";
const spf = 'bounce.example.com TXT "v=spf1 include:ses.example.net -all"\n';

testCheck(check, {
  kept: [
    { before: mx + spf, zone: mx + spf },
    { before: mx + spf, zone: "" },
    { before: mx, zone: mx },
    {
      before: mx.replaceAll("bounce.", "") + spf.replaceAll("bounce.", ""),
      zone: mx.replaceAll("bounce.", ""),
    },
  ],
  spf: { before: mx + spf, zone: mx },
  mx: { before: mx + spf, zone: spf },
  inconclusive: { before: mx + spf, zone: "bounce.example.com CNAME b.example.net" },
});

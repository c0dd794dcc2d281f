import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mx/null-mx-but-sends.js";

const sending = `example.com TXT "v=spf1 ip4:192.0.2.1 -all"`;

testCheck(check, {
  answerable: [
    { zone: `example.com MX 10 mx1.example.com\n${sending}` },
    { zone: `example.com MX 10 mx1.example.com\nexample.com MX 0 .\n${sending}` },
    { zone: sending },
  ],
  refusing: [
    { zone: `example.com MX 0 .\n${sending}` },
    { zone: `example.com MX 0 .`, target: { role: ["sends"] } },
    { zone: `example.com MX 0 .`, target: { senders: ["192.0.2.1"] } },
  ],
  skip: [{ zone: `example.com MX 0 .` }, { zone: `example.com MX 0 .\nexample.com TXT "v=spf1 -all"` }],
  inconclusive: [
    { zone: `example.com MX !servfail\n${sending}` },
    { zone: `example.com MX 0 .\nexample.com TXT !servfail` },
  ],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/wildcard-shadow.js";

const mx = "*.example.com MX 10 mx1.example.net\n";
const spf = '*.example.com TXT "v=spf1 -all"\n';

testCheck(check, {
  clear: [
    { before: mx, zone: mx },
    { before: mx, zone: `${mx}www.example.com MX 10 mx1.example.net` },
    {
      before: mx,
      zone: `${mx}www.example.com A 192.0.2.1`,
      more: {
        after: {
          unknown: [{ file: "plan", line: 1, column: 1, name: "www.example.com", type: "MX", why: "computed" }],
        },
      },
    },
    { before: mx, zone: `${mx}_acme-challenge.example.com TXT token` },
    { before: `${mx}www.example.com A 192.0.2.1`, zone: `${mx}www.example.com A 192.0.2.2` },
    { before: `${mx}b.example.com A 192.0.2.1`, zone: `${mx}b.example.com A 192.0.2.1\na.b.example.com A 192.0.2.1` },
  ],
  inconclusive: { before: mx, zone: `${mx}www.example.com NS ns.example.net` },
  mx: [
    { before: mx, zone: `${mx}www.example.com A 192.0.2.1` },
    { before: mx, zone: `${mx}_acme-challenge.www.example.com TXT token` },
  ],
  spf: { before: spf, zone: `${spf}www.example.com A 192.0.2.1` },
});

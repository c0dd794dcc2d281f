import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/dns-time-budget.js";

const zone = `example.com TXT "v=spf1 include:b.example a:c.example -all"
b.example TXT "v=spf1 -all"
c.example A 192.0.2.1`;

testCheck(check, {
  within: [
    { zone: `${zone}\n; slow 20 example.com` },
    { zone: `${zone}\n; slow 9000 b.example\n; slow 9000 c.example` },
  ],
  exceeded: [
    { zone: `${zone}\n; slow 8000 example.com\n; slow 7000 b.example\n; slow 6000 c.example` },
    { zone: `${zone}\n; slow 8000 example.com\n; slow 13000 b.example\nc.example AAAA !timeout` },
  ],
  skip: [{ zone: `` }, { zone }],
  inconclusive: [
    { zone: `example.com TXT !timeout` },
    { zone: `; slow 20 example.com\nexample.com TXT "v=spf1 include:b.example -all"\nb.example TXT !timeout` },
  ],
});

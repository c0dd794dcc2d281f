import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mx/ipv6-reachable.js";
import { host } from "../mail-host.js";

const v6 = `${host}\nmx1.example.com AAAA 2001:db8::25`;
const speaks = "S: 220 mx1.example.com\nC: EHLO *\nS: 250 mx1.example.com";

testCheck(check, {
  open: [
    { zone: v6, smtp: { "2001:db8::25:25": speaks } },
    {
      zone: `${v6}\nmx1.example.com AAAA 2001:db8::26`,
      smtp: { "2001:db8::25:25": speaks, "2001:db8::26:25": "!refused" },
    },
  ],
  refused: { zone: v6, smtp: { "2001:db8::25:25": "!refused" } },
  skip: [{ zone: host }, { zone: `example.com MX 0 .` }],
  inconclusive: [{ zone: v6 }, { zone: `${host}\nmx1.example.com AAAA !timeout` }],
});

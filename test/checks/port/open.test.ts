import { testCheck } from "mailworthy/testing";
import check from "../../../checks/port/open.js";

const zone = `example.com MX 10 mx.example.com\nmx.example.com A 203.0.114.25`;
const target = { ports: [993] };

testCheck(check, {
  open: [
    { zone, target, ports: { "mx.example.com:993": "open" } },
    { zone, target: { ports: [25] }, smtp: { "mx.example.com:25": "S: 220 mx.example.com\nC: EHLO *\nS: 250 mx" } },
  ],
  refused: { zone, target, ports: { "203.0.114.25:993": "refused" } },
  skip: [{ zone }, { zone: `example.com MX 0 .`, target }],
  inconclusive: [
    { zone, target },
    { zone, target: { ports: [25] }, smtp: { "mx.example.com:25": "!refused" } },
    { zone: `example.com MX !timeout`, target },
  ],
});

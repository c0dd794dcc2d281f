import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mx/nolisting.js";
import { host } from "../mail-host.js";

const two = `${host}\nexample.com MX 20 mx2.example.com\nmx2.example.com A 192.0.2.26`;
const speaks = "S: 220 mx1.example.com\nC: EHLO *\nS: 250 mx1.example.com";

testCheck(check, {
  open: { zone: two, smtp: { "192.0.2.25:25": speaks } },
  closed: { zone: two, smtp: { "192.0.2.25:25": "!refused", "192.0.2.26:25": speaks } },
  skip: [
    { zone: host },
    { zone: two, smtp: { "192.0.2.25:25": "!refused", "192.0.2.26:25": "!refused" } },
    { zone: `example.com MX 0 .` },
  ],
  inconclusive: [{ zone: two }, { zone: two, smtp: { "192.0.2.25:25": "!refused" } }],
});

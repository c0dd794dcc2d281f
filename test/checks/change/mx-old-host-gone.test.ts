import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/mx-old-host-gone.js";

const before = "example.com MX 10 mx1.example.com\nmx1.example.com A 192.0.2.1\nmx2.example.com A 192.0.2.2";

testCheck(check, {
  kept: [
    { before, zone: before },
    { before, zone: before.replace("10 mx1", "10 mx2") },
    { before, zone: `${before.replace("10 mx1", "10 mx2")}\nmx1.example.com A 192.0.2.9` },
    {
      before: `${before}\nmx1.example.com A 192.0.2.9`,
      zone: `${before.replace("10 mx1", "10 mx2")}\nmx1.example.com AAAA 2001:db8::1`,
    },
    {
      before: "example.com MX 10 mx.example.net",
      zone: "example.com MX 10 mx1.example.com\nmx1.example.com A 192.0.2.1",
    },
  ],
  inconclusive: {
    before,
    zone: "mx2.example.com A 192.0.2.2",
    more: {
      after: { unknown: [{ file: "plan", line: 1, column: 1, name: "example.com", type: "MX", why: "computed" }] },
    },
  },
  gone: [
    { before, zone: "example.com MX 10 mx2.example.com\nmx2.example.com A 192.0.2.2" },
    { before, zone: before.replace("10 mx1", "10 mx2").replace("A 192.0.2.1", "A 192.0.2.9") },
  ],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/implicit-mx.js";

const a = "example.com A 192.0.2.1\n";
const mx = "example.com MX 10 mx1.example.com\n";

testCheck(check, {
  kept: [
    { before: a + mx, zone: a + mx },
    { before: a + mx, zone: `${a}example.com MX 0 .` },
    { before: a + mx, zone: "" },
    {
      before: a + mx,
      zone: a,
      more: {
        after: { unknown: [{ file: "plan", line: 1, column: 1, name: "example.com", type: "MX", why: "computed" }] },
      },
    },
  ],
  lost: [
    { before: a + mx, zone: a },
    {
      before: a + mx,
      zone: "",
      more: {
        after: {
          unknown: (["A", "AAAA"] as const).map((type) => ({
            file: "plan",
            line: 1,
            column: 1,
            name: "example.com",
            type,
            why: "alias",
            alias: "web.example.net",
          })),
        },
      },
    },
  ],
  inconclusive: {
    before: a + mx,
    zone: a,
    more: { after: { unknown: [{ file: "plan", line: 1, column: 1, type: "MX", why: "computed" }] } },
  },
});

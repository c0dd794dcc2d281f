import { testCheck } from "mailworthy/testing";
import check from "../../../checks/parked/null-mx.js";

const target = { role: ["parked"] } as const;

testCheck(check, {
  null: [{ zone: `example.com MX 0 .\nexample.com TXT "v=spf1 -all"` }, { zone: "example.com MX 10 .", target }],
  none: { zone: `example.com A 192.0.2.1\nexample.com TXT "v=spf1 -all"`, target },
  hosts: [
    { zone: "example.com MX 10 mx1.example.com", target },
    { zone: "example.com MX 0 .\nexample.com MX 10 a.example.com", target },
  ],
  skip: { zone: `example.com MX 10 mx1.example.com\nmx1.example.com A 192.0.2.25` },
  inconclusive: { zone: "example.com MX !timeout", target },
});

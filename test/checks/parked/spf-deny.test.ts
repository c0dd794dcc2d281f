import { testCheck } from "mailworthy/testing";
import check from "../../../checks/parked/spf-deny.js";

const publishing = (text: string) => ({
  zone: `example.com MX 0 .\nexample.com TXT "${text}"`,
  target: { role: ["parked"] as const },
});

testCheck(check, {
  denies: [
    publishing("v=spf1 -all"),
    publishing("V=SPF1  -ALL"),
    { zone: `example.com MX 0 .\nexample.com TXT "v=spf1 -all"` },
  ],
  none: [publishing("unrelated"), { zone: "example.com MX 0 ." }],
  loose: [
    publishing("v=spf1 ~all"),
    publishing("v=spf1 mx -all"),
    publishing("v=spf1"),
    publishing("v=spf1 redirect=example.net"),
  ],
  skip: { zone: `example.com MX 10 mx1.example.com\nmx1.example.com A 192.0.2.25` },
  inconclusive: { zone: "example.com MX 0 .\nexample.com TXT !timeout", target: { role: ["parked"] } },
});

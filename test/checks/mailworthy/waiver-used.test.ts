import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mailworthy/waiver-used.js";
import present from "../../../checks/spf/present.js";

const waiver = { check: "spf/present", on: "example.com", reason: "it sends from March on", until: "2099-03-31" };
const beside = [present];

testCheck(check, {
  used: {
    waivers: [waiver],
    beside,
    zone: "example.com MX 10 mx1.example.com\nmx1.example.com A 192.0.2.1",
    target: { role: ["sends"] },
  },
  stale: { waivers: [waiver], beside, zone: 'example.com TXT "v=spf1 -all"', target: { role: ["sends"] } },
  // Of others than one subject, and of what was not judged, nobody knows.
  skip: [
    {
      waivers: [{ ...waiver, on: "*.example" }],
      beside,
      zone: 'example.com TXT "v=spf1 -all"',
      target: { role: ["sends"] },
    },
    {
      waivers: [{ ...waiver, on: "example.net" }],
      beside,
      zone: 'example.com TXT "v=spf1 -all"',
      target: { role: ["sends"] },
    },
    { waivers: [waiver] },
  ],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/msg/spf-pass.js";
import { about, letter, received } from "../../mail.js";

const came = about(letter(received()));
const spf = (record: string): string => `example.com TXT "${record}"`;

testCheck(check, {
  passes: [
    { ...came, zone: spf("v=spf1 ip4:192.0.2.25 -all") },
    // A bounce is judged by the name in EHLO.
    {
      ...about(letter({ ...received(), "Return-Path": "<>" })),
      zone: `out.example.com TXT "v=spf1 ip4:192.0.2.25 -all"`,
    },
    { ...about(letter(), { ip: "192.0.2.9", mailFrom: "a@example.com" }), zone: spf("v=spf1 ip4:192.0.2.9 -all") },
  ],
  refused: { ...came, zone: spf("v=spf1 ip4:192.0.2.99 -all") },
  doubted: [
    { ...came, zone: spf("v=spf1 ~all") },
    { ...came, zone: "" },
  ],
  broken: { ...came, zone: spf("v=spf1 ipv4:192.0.2.1 -all") },
  skip: [about(letter()), about(letter({ Received: received()["Received"]! }))],
  inconclusive: { ...came, zone: "example.com TXT !timeout" },
});

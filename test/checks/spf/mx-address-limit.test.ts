import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/mx-address-limit.js";

const hosts = (count: number, name = "example.com"): string =>
  Array.from({ length: count }, (_, at) => `${name} MX 10 mx${at}.${name}`).join("\n");

testCheck(check, {
  within: [
    { zone: `example.com TXT "v=spf1 mx -all"\n${hosts(10)}` },
    { zone: `example.com TXT "v=spf1 mx -all"` },
    { zone: `example.com TXT "v=spf1 mx -all mx:b.example"\n${hosts(2)}\n${hosts(11, "b.example")}` },
  ],
  exceeded: [
    { zone: `example.com TXT "v=spf1 mx -all"\n${hosts(11)}` },
    {
      zone: `example.com TXT "v=spf1 include:b.example include:c.example -all"\nb.example TXT "v=spf1 mx -all"\n${hosts(11, "b.example")}\nc.example TXT !timeout`,
    },
  ],
  skip: [{ zone: `` }, { zone: `example.com TXT "v=spf1 a -all"` }],
  inconclusive: [
    { zone: `example.com TXT "v=spf1 mx -all"\nexample.com MX !timeout` },
    { zone: `example.com TXT "v=spf1 mx include:b.example -all"\n${hosts(2)}\nb.example TXT !timeout` },
  ],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/redirect-resolves.js";

const world = (...lines: string[]): { zone: string } => ({
  zone: [`example.com TXT "v=spf1 redirect=b.example"`, ...lines].join("\n"),
});

testCheck(check, {
  resolves: [
    world(`b.example TXT "v=spf1 -all"`),
    world(`b.example TXT "v=spf1 include:c.example -all"`, `c.example TXT !timeout`),
    {
      zone: `example.com TXT "v=spf1 include:c.example redirect=b.example"\nb.example TXT "v=spf1 -all"\nc.example TXT !timeout`,
    },
  ],
  none: [world(), world(`b.example TXT "v=spf1 redirect=c.example"`)],
  several: world(`b.example TXT "v=spf1 -all"`, `b.example TXT "v=spf1 mx -all"`),
  malformed: { zone: `example.com TXT "v=spf1 redirect=b..example"` },
  syntax: world(`b.example TXT "v=spf1 foo -all"`),
  skip: [
    { zone: `` },
    { zone: `example.com TXT "v=spf1 -all"` },
    { zone: `example.com TXT "v=spf1 -all redirect=b.example"` },
    { zone: `example.com TXT "v=spf1 include:b.example -all"\nb.example TXT !timeout` },
  ],
  inconclusive: world(`b.example TXT !servfail`),
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/include-resolves.js";

const world = (...lines: string[]): { zone: string } => ({
  zone: [`example.com TXT "v=spf1 include:b.example -all"`, ...lines].join("\n"),
});

testCheck(check, {
  resolves: [
    world(`b.example TXT "v=spf1 -all"`),
    world(`b.example TXT "v=spf1 redirect=c.example"`, `c.example TXT "v=spf1 -all"`),
  ],
  none: [
    world(),
    world(`b.example TXT "verification"`),
    world(`b.example TXT "v=spf1 include:c.example -all"`),
    world(`b.example TXT "v=spf1 redirect=c.example"`),
    {
      zone: `example.com TXT "v=spf1 include:b.example include:c.example -all"\nc.example TXT !timeout`,
    },
  ],
  several: world(`b.example TXT "v=spf1 -all"`, `b.example TXT "v=spf1 mx -all"`),
  malformed: { zone: `example.com TXT "v=spf1 include:b..example -all"` },
  syntax: world(`b.example TXT "v=spf1 foo -all"`),
  skip: [{ zone: `` }, { zone: `example.com TXT "v=spf1 mx -all include:b.example"` }],
  inconclusive: [world(`b.example TXT !servfail`), { zone: `example.com TXT !timeout` }],
});

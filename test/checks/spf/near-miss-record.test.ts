import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/near-miss-record.js";

testCheck(check, {
  clean: [
    { zone: `example.com TXT "v=spf1 -all"` },
    { zone: `example.com TXT "google-site-verification=spf1"\nexample.com TXT "spoof"` },
    { zone: `` },
    { zone: `example.com TXT "v=spf1 include:_spf.example.com -all"\n_spf.example.com TXT "v=spf1 -all"` },
    { zone: `example.com TXT "v=spf1 mx"\nexample.com TXT "spf2.0/pra mx -all"` },
  ],
  stray: [
    { zone: `example.com TXT "v=spf1; mx -all"` },
    { zone: `example.com TXT " v=spf1 mx -all"` },
    { zone: `example.com TXT "\\"v=spf1 mx -all\\""` },
    { zone: `example.com TXT "\\226\\128\\156v=spf1 mx -all"` },
    { zone: `example.com TXT "v=spf10 mx -all"` },
    { zone: `example.com TXT "spf1 mx -all"` },
    { zone: `example.com TXT "v=spf1include:a.example -all"` },
    { zone: `example.com TXT "v=spf1\\009mx -all"` },
    { zone: `example.com TXT "v = spf1 mx"` },
    { zone: `example.com TXT "v=spf2 mx"` },
  ],
  elsewhere: [
    { zone: `_spf.example.com TXT "v=spf1 mx -all"` },
    { zone: `www.example.com TXT "v=spf1 mx -all"\nexample.com TXT "something else"` },
  ],
  inconclusive: [{ zone: `example.com TXT !servfail` }, { zone: `_spf.example.com TXT !timeout` }],
});

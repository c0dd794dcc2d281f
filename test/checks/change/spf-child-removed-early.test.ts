import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/spf-child-removed-early.js";

const parent = (text: string): string => `example.com 7200 TXT "v=spf1 ${text} -all"\n`;
const child = '_spf.example.com TXT "v=spf1 ip4:192.0.2.1 -all"\n';

testCheck(check, {
  kept: [
    { before: parent("include:_spf.example.com") + child, zone: parent("ip4:192.0.2.1") + child },
    { before: parent("ip4:192.0.2.1") + child, zone: parent("ip4:192.0.2.1") },
    {
      before: `${parent("include:_spf.example.com")}_spf.example.com CNAME spf.example.net`,
      zone: `${parent("include:_spf.example.com mx")}_spf.example.com CNAME spf.example.net`,
    },
  ],
  inconclusive: {
    before: parent("include:_spf.example.com") + child,
    zone: `${parent("mx")}_spf.example.com CNAME spf.example.net`,
  },
  gone: [
    {
      before: `${parent("include:_spf.example.com")}_spf.example.com CNAME c.example.com\n${child.replace("_spf", "c")}`,
      zone: `${parent("include:_spf.example.com")}_spf.example.com CNAME c.example.com\n`,
    },
    { before: parent("include:_spf.example.com") + child, zone: parent("ip4:192.0.2.1") },
    { before: parent("redirect=_spf.example.com") + child, zone: parent("redirect=_spf.example.com") },
  ],
});

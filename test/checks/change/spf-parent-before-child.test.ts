import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/spf-parent-before-child.js";

const parent = (text: string): string => `example.com TXT "v=spf1 ${text} -all"\n`;
const child = '_spf.example.com TXT "v=spf1 ip4:192.0.2.1 -all"\n';

testCheck(check, {
  there: [
    { before: parent("mx") + child, zone: parent("include:_spf.example.com") + child },
    { before: parent("mx"), zone: parent("mx") + child },
    { before: parent("mx"), zone: parent("include:_spf.example.com") + child, partial: true },
  ],
  together: { before: parent("mx"), zone: parent("include:_spf.example.com") + child },
});

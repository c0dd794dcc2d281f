import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/spf-sender-removed.js";

const spf = (text: string, more = ""): string => `example.com TXT "v=spf1 ${text} -all"\n${more}`;
const enforced = '_dmarc.example.com TXT "v=DMARC1; p=reject"';

testCheck(check, {
  kept: [
    { before: spf("ip4:192.0.2.1"), zone: spf("ip4:192.0.2.0/24") },
    { before: spf("ip4:192.0.2.1 ip4:192.0.2.2"), zone: spf("ip4:192.0.2.2 ip4:192.0.2.1") },
    { before: spf("include:spf.example.net"), zone: spf("ip4:192.0.2.1 include:spf.example.net") },
    { before: spf("a", "example.com A 192.0.2.1"), zone: spf("ip4:192.0.2.1", "example.com A 192.0.2.9") },
  ],
  removed: [
    { before: spf("ip4:192.0.2.1 ip4:192.0.2.9"), zone: spf("ip4:192.0.2.1") },
    { before: spf("include:spf.example.net"), zone: spf("ip4:192.0.2.1") },
    {
      before: spf("include:_spf.example.com", '_spf.example.com TXT "v=spf1 ip4:192.0.2.0/28 -all"'),
      zone: spf("include:_spf.example.com", '_spf.example.com TXT "v=spf1 ip4:192.0.2.0/29 -all"'),
    },
  ],
  enforced: { before: spf("ip4:192.0.2.1", enforced), zone: spf("ip4:192.0.2.9", enforced) },
});

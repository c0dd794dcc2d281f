import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/spf-sender-removed.js";

const spf = (text: string, more = ""): string => `example.com TXT "v=spf1 ${text} -all"\n${more}`;
const enforced = '_dmarc.example.com TXT "v=DMARC1; p=reject"';

testCheck(check, {
  kept: [
    {
      before: spf(
        "include:_spf.example.com include:spf.example.net",
        '_spf.example.com TXT "v=spf1 include:spf.example.net -all"',
      ),
      zone: spf("include:_spf.example.com include:spf.example.net", '_spf.example.com TXT "v=spf1 -all"'),
    },
    {
      before: spf(
        "include:a.example.com include:b.example.com",
        `a.example.com TXT "v=spf1 include:b.example.com -all"\nb.example.com TXT "v=spf1 ip4:192.0.2.1 -all"`,
      ),
      zone: spf(
        "include:a.example.com",
        `a.example.com TXT "v=spf1 include:b.example.com -all"\nb.example.com TXT "v=spf1 ip4:192.0.2.1 -all"`,
      ),
    },
    { before: spf("include:spf.example.net"), zone: spf("+include:SPF.example.net") },
    {
      before: "news.example.com CNAME n.example.net\ns1._domainkey.news.example.com CNAME s.example.net",
      zone: "news.example.com CNAME n.example.net\ns1._domainkey.news.example.com CNAME s.example.net\nwww.example.com A 192.0.2.1",
    },
    { before: spf("ip4:192.0.2.1"), zone: spf("ip4:192.0.2.0/24") },
    { before: spf("ip4:192.0.2.1 ip4:192.0.2.2"), zone: spf("ip4:192.0.2.2 ip4:192.0.2.1") },
    { before: spf("include:spf.example.net"), zone: spf("ip4:192.0.2.1 include:spf.example.net") },
    { before: spf("a", "example.com A 192.0.2.1"), zone: spf("ip4:192.0.2.1", "example.com A 192.0.2.9") },
  ],
  removed: [
    { before: spf("ip4:192.0.2.1"), zone: "www.example.com A 192.0.2.1" },
    {
      before: spf("ip4:192.0.2.1"),
      zone: spf("ip4:192.0.2.9", "_dmarc.example.com CNAME dmarc.example.net"),
    },
    { before: spf("ip4:192.0.2.1 ip4:192.0.2.9"), zone: spf("ip4:192.0.2.1") },
    { before: spf("ip4:192.0.2.1 include:spf.example.net"), zone: spf("ip4:192.0.2.1") },
    {
      before: spf("include:_spf.example.com", '_spf.example.com TXT "v=spf1 ip4:192.0.2.0/28 -all"'),
      zone: spf("include:_spf.example.com", '_spf.example.com TXT "v=spf1 ip4:192.0.2.0/29 -all"'),
    },
  ],
  replaced: {
    before: spf("include:spf.example.net", enforced),
    zone: spf("ip4:192.0.2.0/28 ip4:198.51.100.7", enforced),
  },
  inconclusive: {
    before: spf("ip4:192.0.2.1"),
    zone: "",
    more: {
      after: { unknown: [{ file: "plan", line: 1, column: 1, name: "example.com", type: "TXT", why: "computed" }] },
    },
  },
  enforced: { before: spf("ip4:192.0.2.1", enforced), zone: spf("ip4:192.0.2.9", enforced) },
});

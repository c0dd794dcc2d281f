import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/dkim-rotate-no-overlap.js";

const key = (name: string, data = "AAAA", domain = "example.com"): string =>
  `${name}._domainkey.${domain} TXT "v=DKIM1; p=${data}"\n`;

testCheck(check, {
  overlapping: [
    { before: key("s1"), zone: key("s1") + key("s2") },
    { before: key("s1") + key("s2"), zone: key("s2") },
    { before: key("s1", ""), zone: key("s2") },
    { before: key("s1"), zone: key("s2", "AAAA", "news.example.com") },
    { before: key("s1"), zone: `${key("s2")}s1._domainkey.example.com CNAME s1.example.net` },
  ],
  swapped: [
    { before: key("s1"), zone: key("s2") },
    {
      before: "s1._domainkey.example.com CNAME s1.example.net",
      zone: "s2._domainkey.example.com CNAME s2.example.net",
    },
  ],
  inconclusive: {
    before: key("s1"),
    zone: key("s2"),
    more: {
      after: {
        unknown: [{ file: "p", line: 1, column: 1, name: "s1._domainkey.example.com", type: "TXT", why: "computed" }],
      },
    },
  },
});

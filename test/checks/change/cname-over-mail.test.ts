import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/cname-over-mail.js";

const before = 'news.example.com MX 10 mx1.example.com\nnews.example.com TXT "v=spf1 -all"';

testCheck(check, {
  none: [
    { before, zone: before },
    { before: "www.example.com A 192.0.2.1", zone: "www.example.com CNAME site.example.net" },
    {
      before: 's1._domainkey.example.com TXT "v=DKIM1; p=AAAA"',
      zone: "s1._domainkey.example.com CNAME s1.example.net",
    },
  ],
  replaced: { before, zone: "news.example.com CNAME site.example.net" },
});

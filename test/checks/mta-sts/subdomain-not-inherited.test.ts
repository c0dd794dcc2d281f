import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mta-sts/subdomain-not-inherited.js";

const below = (records: string) => ({
  target: { domain: "news.example.com" },
  zone: `
    news.example.com MX 10 mx1.example.com
    mx1.example.com A 192.0.2.25
    _dmarc.example.com TXT "v=DMARC1; p=none"
    ${records}`,
});

testCheck(check, {
  own: below(`_mta-sts.example.com TXT "v=STSv1; id=1"\n_mta-sts.news.example.com TXT "v=STSv1; id=1"`),
  bare: below(`_mta-sts.example.com TXT "v=STSv1; id=1"`),
  skip: [below(""), { zone: `example.com MX 10 mx1.example.com\n_mta-sts.example.com TXT "v=STSv1; id=1"` }],
  inconclusive: below("_mta-sts.example.com TXT !timeout"),
});

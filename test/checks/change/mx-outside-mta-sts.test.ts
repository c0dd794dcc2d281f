import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/mx-outside-mta-sts.js";

const mx = (host: string): string =>
  `example.com MX 10 ${host}\n_mta-sts.example.com TXT "v=STSv1; id=1"\nmta-sts.example.com A 192.0.2.80`;
const policy = (mode: string): Record<string, string> => ({
  "https://mta-sts.example.com/.well-known/mta-sts.txt": `version: STSv1\nmode: ${mode}\nmx: mx1.example.com\nmx: *.example.net\nmax_age: 604800\n`,
});

testCheck(check, {
  known: [
    { before: mx("mx1.example.com"), zone: mx("mx9.example.net"), https: policy("enforce") },
    { before: mx("mx1.example.com"), zone: mx("mx9.example.org"), https: policy("testing") },
    { before: mx("mx9.example.org"), zone: mx("mx9.example.org"), https: policy("enforce") },
    { before: "example.com MX 10 mx1.example.com", zone: "example.com MX 10 mx9.example.org" },
  ],
  outside: { before: mx("mx1.example.com"), zone: mx("mx9.example.org"), https: policy("enforce") },
  inconclusive: {
    before: mx("mx1.example.com"),
    zone: mx("mx9.example.org"),
    https: { "https://mta-sts.example.com/.well-known/mta-sts.txt": "!timeout" },
  },
});

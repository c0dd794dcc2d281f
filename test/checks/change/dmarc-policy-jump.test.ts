import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/dmarc-policy-jump.js";

const dmarc = (text: string, name = "example.com"): string => `_dmarc.${name} TXT "v=DMARC1; ${text}"\n`;
const rua = "rua=mailto:d@example.com";
const mx = (host: string, sub?: string): string =>
  `${sub === undefined ? "" : `${sub}.`}example.com MX 10 ${host}.example.com\n`;
const spf = (text: string): string => `example.com TXT "v=spf1 ${text} -all"\n`;
const key = (data: string): string => `s1._domainkey.example.com TXT "v=DKIM1; p=${data}"\n`;

testCheck(check, {
  steady: [
    { before: dmarc(`p=none; ${rua}`), zone: dmarc(`p=quarantine; ${rua}`) },
    { before: dmarc("p=reject"), zone: dmarc("p=none") },
    { before: "", zone: dmarc("p=reject") },
    { before: spf(""), zone: spf("") + dmarc("p=reject") },
    { before: "example.com MX 0 .", zone: `example.com MX 0 .\n${dmarc("p=reject")}` },
    {
      before: dmarc("p=reject") + mx("a", "m"),
      zone: dmarc("p=reject") + mx("a", "m") + dmarc("p=reject", "m.example.com"),
    },
    { before: dmarc(`p=none; ${rua}`), zone: dmarc(`p=reject; t=y; ${rua}`) },
    {
      before: `${dmarc(`p=none; ${rua}`)}example.com TXT old-token`,
      zone: `${dmarc(`p=quarantine; ${rua}`)}example.com TXT new-token`,
    },
    {
      before: `_dmarc.example.com CNAME dmarc.example.net`,
      zone: `_dmarc.example.com CNAME dmarc.example.net\n${mx("a")}`,
    },
  ],
  jump: [
    { before: dmarc(`p=none; ${rua}`), zone: dmarc(`p=reject; ${rua}`) },
    { before: mx("a"), zone: mx("a") + dmarc("p=reject") },
    { before: spf("ip4:192.0.2.1"), zone: spf("ip4:192.0.2.1") + dmarc("p=reject") },
    {
      before: dmarc(`p=none; ${rua}`) + mx("a", "m"),
      zone: dmarc("p=none") + mx("a", "m") + dmarc("p=reject", "m.example.com"),
    },
  ],
  blind: [
    { before: dmarc("p=none"), zone: dmarc("p=quarantine") },
    { before: mx("a"), zone: mx("a") + dmarc("p=quarantine") },
  ],
  together: [
    { before: dmarc(`p=none; ${rua}`) + mx("a"), zone: dmarc(`p=quarantine; ${rua}`) + mx("b") },
    { before: dmarc(`p=none; ${rua}`) + spf("a"), zone: dmarc(`p=quarantine; ${rua}`) + spf("mx") },
    {
      before: dmarc(`p=none; ${rua}`) + key("AAAA"),
      zone: dmarc(`p=quarantine; ${rua}`) + key("BBBB"),
    },
  ],
  below: [
    { before: dmarc("p=reject; sp=none"), zone: dmarc("p=reject") },
    { before: dmarc("p=quarantine; sp=none"), zone: dmarc("p=quarantine; sp=reject") },
  ],
  inconclusive: { before: mx("a"), zone: `${mx("a")}_dmarc.example.com CNAME dmarc.example.net` },
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/dmarc-policy-jump.js";

const dmarc = (text: string, name = "example.com"): string => `_dmarc.${name} TXT "v=DMARC1; ${text}"\n`;
const rua = "rua=mailto:d@example.com";
const mx = (host: string): string => `example.com MX 10 ${host}.example.com\n`;

testCheck(check, {
  steady: [
    { before: dmarc(`p=none; ${rua}`), zone: dmarc(`p=quarantine; ${rua}`) },
    { before: dmarc("p=reject"), zone: dmarc("p=none") },
    { before: "", zone: dmarc("p=reject") },
  ],
  jump: { before: dmarc(`p=none; ${rua}`), zone: dmarc(`p=reject; ${rua}`) },
  blind: { before: dmarc("p=none"), zone: dmarc("p=quarantine") },
  together: { before: dmarc(`p=none; ${rua}`) + mx("a"), zone: dmarc(`p=quarantine; ${rua}`) + mx("b") },
});

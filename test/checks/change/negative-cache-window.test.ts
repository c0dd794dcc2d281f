import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/negative-cache-window.js";

const soa = (last: number): string =>
  `example.com 86400 SOA ns1.example.com host.example.com 1 7200 3600 1209600 ${last}\n`;
const dmarc = '_dmarc.example.com TXT "v=DMARC1; p=none"';

testCheck(check, {
  none: [
    { before: soa(86_400) + dmarc, zone: soa(86_400) + dmarc },
    { before: soa(86_400), zone: `${soa(86_400)}www.example.com A 192.0.2.1` },
    { before: soa(86_400), zone: soa(86_400) + dmarc, partial: true },
  ],
  unshown: { before: "www.example.com A 192.0.2.1", zone: dmarc },
  short: { before: soa(300), zone: soa(300) + dmarc },
  long: { before: soa(86_400), zone: soa(86_400) + dmarc },
});

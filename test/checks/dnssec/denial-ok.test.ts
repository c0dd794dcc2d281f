import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dnssec/denial-ok.js";
import { bogus, signed, unsigned, unvalidated } from "./zones.js";

const tlsa = `_25._tcp.mx1.example.com TLSA 3 1 1 ${"00".repeat(32)}`;
const policy = `_dmarc.example.com TXT "v=DMARC1; p=none"`;

testCheck(check, {
  proven: [signed(), signed(tlsa), signed(policy)],
  bogus: [
    bogus("_tcp.mx1.example.com", policy),
    bogus("_tcp.mx1.example.com 12", policy),
    bogus("_tcp.mx1.example.com 6", "_dmarc.example.com TXT !timeout"),
  ],
  policy: [bogus("_dmarc.example.com", tlsa), bogus("_dmarc.example.com 6", tlsa)],
  skip: [
    unsigned(),
    signed(`${tlsa}\n${policy}`),
    bogus("_tcp.mx1.example.com 6", `${tlsa}\n${policy}\n; secure example.com`),
  ],
  inconclusive: [
    unvalidated(),
    bogus("_tcp.mx1.example.com 22", `; secure example.com\n${policy}`),
    signed("_25._tcp.mx1.example.com TLSA !servfail"),
    signed("_25._tcp.mx1.example.com TLSA !timeout"),
    signed("_dmarc.example.com TXT !timeout"),
    unsigned("; bogus _tcp.mx1.example.com 6"),
  ],
});

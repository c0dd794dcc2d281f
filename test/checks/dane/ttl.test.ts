import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dane/ttl.js";
import { rrsig, signed, unsigned } from "../dnssec/zones.js";
import { own } from "./hosts.js";

const kept = (ttl: number): string => `_25._tcp.mx1.example.com ${ttl} TLSA 3 1 1 ${own}`;
/** Its original TTL is 3600. */
const signature = rrsig("_25._tcp.mx1.example.com", "TLSA", "20251201000000", "20260201000000");
const servers = "example.com NS ns1.example.com\nns1.example.com A 192.0.2.53";

testCheck(check, {
  short: [
    signed(`${kept(300)}\n${signature}`),
    unsigned(`${kept(3_600)}\n${servers}`),
    { ...signed(`${kept(300)}\n${signature}`), options: { most: 3_600 } },
  ],
  long: [
    { ...signed(`${kept(300)}\n${signature}`), options: { most: 1_800 } },
    unsigned(`${kept(86_400)}\n${servers}`),
    unsigned(`; ttl-left 60\n${kept(86_400)}\n${servers}`),
  ],
  skip: [signed(), signed(`_25._tcp.mx1.example.com CNAME tlsa.example.com\ntlsa.example.com 9999 TLSA 3 1 1 ${own}`)],
  inconclusive: [unsigned(kept(86_400)), signed("_25._tcp.mx1.example.com TLSA !timeout")],
});

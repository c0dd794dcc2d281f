import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dane/secure.js";
import { bogus, rrsig, signed, unlinked, unsigned, unvalidated } from "../dnssec/zones.js";
import { own, tlsa } from "./hosts.js";

const record = tlsa(`3 1 1 ${own}`);
const abroad = `
  example.net MX 10 mx1.example.com
  net SOA a.example b.example 1 2 3 4 5
  example.net SOA a.example b.example 1 2 3 4 5
  net DS 1 13 2 ${"ab".repeat(32)}`;

testCheck(check, {
  secure: signed(record),
  said: { ...signed(record), here: {} },
  mx: { ...signed(record + abroad), target: { domain: "example.net" } },
  ignored: [unsigned(record), unlinked(record)],
  bogus: [
    { ...bogus("_tcp.mx1.example.com 7", `; secure example.com\n${record}`), here: { trustAd: true } },
    bogus(
      "_tcp.mx1.example.com",
      `; secure example.com\n${record}\n${rrsig("_25._tcp.mx1.example.com", "TLSA", "20251101000000", "20251201000000")}`,
    ),
  ],
  skip: [signed(), unsigned()],
  inconclusive: [
    unvalidated(record),
    bogus("_tcp.mx1.example.com", `; secure example.com\n${record}`),
    signed("_25._tcp.mx1.example.com TLSA !servfail"),
    signed(`${record}\nmx1.example.com AAAA !timeout`),
  ],
});

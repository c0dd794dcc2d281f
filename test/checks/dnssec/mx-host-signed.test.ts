import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dnssec/mx-host-signed.js";
import { bogus, key, signed, unlinked, unsigned, unvalidated } from "./zones.js";

testCheck(check, {
  secure: signed(),
  said: { ...signed(), here: {} },
  unlinked: unlinked(),
  above: {
    zone: `${unlinked().zone}
      mx1.example.com SOA a.example b.example 1 2 3 4 5
      mx1.example.com DS 1 13 2 ${"ab".repeat(32)}
      mx1.example.com DNSKEY ${key}`,
  },
  unsigned: [unsigned(), unsigned("mx1.example.com AAAA !timeout")],
  bogus: { ...bogus("mx1.example.com 6"), target: { hosts: ["mx1.example.com"] } },
  skip: { zone: "example.com MX 0 ." },
  inconclusive: [
    unvalidated(),
    signed("mx1.example.com AAAA !timeout"),
    { ...signed("mx1.example.com * !servfail"), target: { hosts: ["mx1.example.com"] } },
    bogus("example.com"),
  ],
});

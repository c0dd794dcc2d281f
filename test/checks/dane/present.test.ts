import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dane/present.js";
import { signed, unsigned } from "../dnssec/zones.js";
import { own, tlsa } from "./hosts.js";

const second = "example.com MX 20 mx2.example.com\nmx2.example.com A 192.0.2.26\n";

testCheck(check, {
  all: [
    signed(tlsa(`3 1 1 ${own}`)),
    unsigned(tlsa(`3 1 1 ${own}`)),
    signed(`${second}${tlsa(`3 1 1 ${own}`)}\n_25._tcp.mx2.example.com TLSA 3 1 1 ${own}`),
  ],
  some: [
    signed(second + tlsa(`3 1 1 ${own}`)),
    signed(
      `${second}example.com MX 30 mx3.example.com\n_25._tcp.mx3.example.com TLSA !timeout\n${tlsa(`3 1 1 ${own}`)}`,
    ),
  ],
  none: [signed(), unsigned(), signed(second)],
  skip: { zone: "example.com MX 0 ." },
  inconclusive: [
    signed("_25._tcp.mx1.example.com TLSA !servfail"),
    // senders look where the alias of the host leads
    signed("mx1.example.com A !timeout"),
    signed(`${second}_25._tcp.mx2.example.com TLSA !timeout`),
    { zone: "example.com * !timeout" },
  ],
});

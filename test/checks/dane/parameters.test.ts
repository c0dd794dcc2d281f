import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dane/parameters.js";
import { signed, unsigned } from "../dnssec/zones.js";
import { own, tlsa } from "./hosts.js";

testCheck(check, {
  lasting: [
    signed(tlsa(`3 1 1 ${own}`)),
    signed(tlsa(`2 1 1 ${own}`)),
    signed(tlsa(`2 0 1 ${own}`)),
    signed(tlsa(`3 1 1 ${own}`, `3 1 2 ${own}${own}`)),
    unsigned(tlsa(`3 1 1 ${own}`)),
  ],
  certificate: signed(tlsa(`3 0 1 ${own}`)),
  full: signed(tlsa("3 1 0 3003020101")),
  sha512: [signed(tlsa(`3 1 2 ${own}${own}`)), signed(tlsa(`3 1 2 ${own}${own}`, `2 1 1 ${own}`))],
  skip: [signed(), signed(tlsa(`1 1 1 ${own}`))],
  inconclusive: signed("_25._tcp.mx1.example.com TLSA !timeout"),
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dane/usable.js";
import { signed, unsigned, unvalidated } from "../dnssec/zones.js";
import { own, tlsa } from "./hosts.js";

testCheck(check, {
  usable: [signed(tlsa(`3 1 1 ${own}`)), signed(tlsa(`3 1 1 ${own}`, `2 0 2 ${own}${own}`))],
  some: signed(tlsa(`3 1 1 ${own}`, `1 1 1 ${own}`)),
  none: [
    signed(tlsa(`1 1 1 ${own}`)),
    signed(tlsa(`0 0 1 ${own}`)),
    signed(tlsa(`3 1 1 ${own}${own}`)),
    signed(tlsa(`3 7 1 ${own}`)),
  ],
  skip: [signed(), unsigned(tlsa(`1 1 1 ${own}`))],
  inconclusive: [unvalidated(tlsa(`1 1 1 ${own}`)), signed("_25._tcp.mx1.example.com TLSA !timeout")],
});

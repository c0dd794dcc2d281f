import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dane/rollover.js";
import { signed } from "../dnssec/zones.js";
import { other, own, tlsa } from "./hosts.js";

testCheck(check, {
  ready: [signed(tlsa(`3 1 1 ${own}`, `3 1 1 ${other}`)), signed(tlsa(`3 1 1 ${own}`, `2 1 1 ${other}`))],
  authority: signed(tlsa(`2 1 1 ${own}`)),
  single: [signed(tlsa(`3 1 1 ${own}`)), signed(tlsa(`3 1 1 ${own}`, `1 1 1 ${other}`))],
  skip: [signed(), signed(tlsa(`1 1 1 ${own}`))],
  inconclusive: signed("_25._tcp.mx1.example.com TLSA !timeout"),
});

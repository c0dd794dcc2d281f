import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dnssec/algorithms.js";
import { bogus, signed, unlinked, unsigned } from "./zones.js";

const hex = "ab".repeat(32);

testCheck(check, {
  sound: [signed(), unlinked(), bogus("example.com"), signed("", `1 15 4 ${"ab".repeat(48)}`)],
  sha1: [signed("example.com DNSKEY 256 3 7 AwEAAQ=="), signed("example.com DNSKEY 256 3 5 AwEAAQ==")],
  unsupported: [
    signed("", `1 12 2 ${hex}`),
    signed("", `1 99 2 ${hex}`),
    signed("example.com DNSKEY 256 3 3 AwEAAQ=="),
  ],
  digest: [signed("", `1 13 1 ${"ab".repeat(20)}`), signed(`example.com DS 1 13 3 ${hex}`)],
  skip: [unsigned(), { zone: "" }],
  inconclusive: [signed("example.com DNSKEY !servfail"), { zone: "example.com * !timeout" }],
});

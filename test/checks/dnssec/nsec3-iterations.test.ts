import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dnssec/nsec3-iterations.js";
import { bogus, signed, unlinked, unsigned } from "./zones.js";

const hashing = (text: string): string => `example.com NSEC3PARAM ${text}`;

testCheck(check, {
  plain: [signed(), signed(hashing("1 1 10 -"))],
  once: [signed(hashing("1 0 0 -")), unlinked(hashing("1 0 0 -"))],
  iterations: [signed(hashing("1 0 1 -")), bogus("example.com", hashing("1 0 2500 -"))],
  salt: signed(hashing("1 0 0 abcd")),
  skip: [unsigned(hashing("1 0 10 -")), { zone: "" }],
  inconclusive: signed("example.com NSEC3PARAM !timeout"),
});

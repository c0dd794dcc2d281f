import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dane/ta-in-chain.js";
import { going, other, own, showing } from "./hosts.js";

const authority = `\nTLS+: - cn="Test CA" spki=${other} sha256=${other}`;

testCheck(check, {
  sent: [
    showing(`mx1.example.com spki=${own}${authority}`, `2 1 1 ${other}`),
    showing(`example.com spki=${own} trust=untrusted-root${authority}`, `2 0 1 ${other}`),
    showing(`*.example.com spki=${own}${authority}`, `2 1 1 ${other}`, `3 1 1 ${"33".repeat(32)}`),
    showing(`- cn=mx1.example.com spki=${own}${authority}`, `2 1 1 ${other}`),
  ],
  missing: [
    showing(`mx1.example.com spki=${own}`, `2 1 1 ${other}`),
    showing(`mx1.example.com spki=${own}`, `2 1 1 ${own}`),
    showing(`mx1.example.com spki=${own}${authority}`, `2 1 1 ${"33".repeat(32)}`),
  ],
  unnamed: [
    showing(`mail.example.net spki=${own}${authority}`, `2 1 1 ${other}`),
    showing(`mail.example.net cn=mx1.example.com spki=${own}${authority}`, `2 1 1 ${other}`),
  ],
  skip: [
    showing("mx1.example.com"),
    showing(`mx1.example.com spki=${own}`, `3 1 1 ${own}`, `2 1 1 ${other}`),
    showing(`mx1.example.com spki=${own}`, `3 1 1 ${other}`),
    showing(`mx1.example.com spki=${own}`, `3 1 1 ${other}`, `2 1 1 ${other}`),
  ],
  inconclusive: [
    going("!timeout", `2 1 1 ${own}`),
    showing(`mx1.example.com trust=not-a-ca spki=${own}${authority}`, `2 1 1 ${other}`),
  ],
});

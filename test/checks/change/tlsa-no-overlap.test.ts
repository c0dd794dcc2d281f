import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/tlsa-no-overlap.js";

const at = (...hashes: string[]): string =>
  hashes.map((hash) => `_25._tcp.mx1.example.com TLSA 3 1 1 ${hash.repeat(32)}`).join("\n");

testCheck(check, {
  overlapping: [
    { before: at("aa"), zone: at("aa", "bb") },
    { before: at("aa", "bb"), zone: at("bb") },
    { before: at("aa"), zone: "" },
    { before: "", zone: at("aa") },
  ],
  replaced: { before: at("aa"), zone: at("bb") },
});

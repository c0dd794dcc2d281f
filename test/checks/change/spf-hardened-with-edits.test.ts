import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/spf-hardened-with-edits.js";

const spf = (text: string): string => `example.com TXT "v=spf1 ${text}"`;

testCheck(check, {
  apart: [
    { before: spf("mx ~all"), zone: spf("mx -all") },
    { before: spf("mx ~all"), zone: spf("mx a ~all") },
    { before: spf("mx -all"), zone: spf("mx a -all") },
  ],
  together: { before: spf("mx ~all"), zone: spf("mx a -all") },
});

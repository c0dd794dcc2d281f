import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/mx-preference-inversion.js";

const mx = (a: number, b: number): string => `example.com MX ${a} a.example.com\nexample.com MX ${b} b.example.com\n`;

testCheck(check, {
  kept: [
    { before: mx(10, 20), zone: mx(5, 20) },
    { before: mx(10, 10), zone: mx(10, 20) },
    { before: mx(10, 20), zone: "example.com MX 10 b.example.com" },
    { before: "", zone: mx(10, 20) },
  ],
  turned: [
    { before: mx(10, 20), zone: mx(20, 10) },
    { before: mx(10, 20), zone: mx(10, 10) },
  ],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mta-sts/record-location.js";

const apex = (text: string) => ({ zone: `example.com MX 10 mx1.example.com\nexample.com TXT "${text}"` });

testCheck(check, {
  apart: [apex("v=spf1 mx -all"), { zone: "example.com MX 10 mx1.example.com" }],
  apex: [apex("v=STSv1; id=1"), apex("v=stsv1; id=1")],
  skip: { zone: "example.com MX 0 ." },
  inconclusive: { zone: "example.com MX 10 mx1.example.com\nexample.com TXT !servfail" },
});

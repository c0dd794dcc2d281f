import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/value-unknown.js";

const place = { file: "plan.json", line: 3, column: 1, name: "s1._domainkey.example.com" } as const;

testCheck(check, {
  known: [
    { before: "", zone: "example.com TXT x" },
    { before: "", zone: "", more: { after: { unknown: [{ ...place, type: "A", why: "computed" }] } } },
    { before: "", zone: "", more: { after: { unknown: [{ ...place, type: "TXT", why: "published" }] } } },
  ],
  open: [
    { before: "", zone: "", more: { after: { unknown: [{ ...place, type: "CNAME", why: "computed" }] } } },
    {
      before: "",
      zone: "",
      more: { after: { unknown: [{ ...place, address: "aws_route53_record.spf", type: "TXT", why: "sensitive" }] } },
    },
  ],
});

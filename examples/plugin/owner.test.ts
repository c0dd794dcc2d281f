import { testCheck } from "mailworthy/testing";
import check from "./owner.ts";

testCheck(check, {
  named: { zone: `_owner.example.com TXT "payments"` },
  nameless: {},
  inconclusive: { zone: `_owner.example.com TXT !servfail` },
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/rollback-cost.js";

const soa = "example.com 86400 SOA ns1.example.com host.example.com 1 7200 3600 1209600 900";

testCheck(check, {
  none: { before: "example.com 300 TXT x", zone: "example.com 300 TXT x" },
  known: [
    { before: "example.com 300 TXT x", zone: "example.com 7200 TXT y" },
    { before: `${soa}\nexample.com 300 TXT x`, zone: soa },
    { before: `${soa}\nexample.com 300 TXT x`, zone: "" },
  ],
  open: { before: "example.com 300 TXT x", zone: "" },
});

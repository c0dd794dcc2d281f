import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/rollback-cost.js";

testCheck(check, {
  none: { before: "example.com 300 TXT x", zone: "example.com 300 TXT x" },
  known: [
    { before: "example.com 300 TXT x", zone: "example.com 7200 TXT y" },
    { before: "example.com 300 TXT x", zone: "" },
  ],
});

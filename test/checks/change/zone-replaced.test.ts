import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/zone-replaced.js";

const zone = "example.com MX 10 mx1.example.com";
const of = (hosted?: "create" | "update" | "delete" | "replace") => ({
  before: zone,
  zone,
  more: { after: hosted ? { hosted } : {} },
});

testCheck(check, {
  kept: [of(), of("create"), of("update")],
  replaced: of("replace"),
  deleted: of("delete"),
});

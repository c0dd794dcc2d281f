import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/compatibility-level.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  current: [postfix(), postfix("compatibility_level = 2")],
  old: [postfix("compatibility_level = 0"), postfix("compatibility_level = 1")],
});

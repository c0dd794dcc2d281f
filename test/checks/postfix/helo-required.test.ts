import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/helo-required.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  required: postfix("smtpd_helo_required = yes"),
  noRules: postfix(),
  optional: postfix("smtpd_helo_restrictions = reject_invalid_helo_hostname"),
});

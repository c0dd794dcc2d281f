import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/milter-local.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  none: postfix(),
  both: postfix("smtpd_milters = unix:/x\nnon_smtpd_milters = $smtpd_milters"),
  skipped: postfix("smtpd_milters = unix:/x"),
});

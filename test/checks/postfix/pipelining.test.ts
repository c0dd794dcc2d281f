import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/pipelining.js";
import { copied, postfix } from "./configuration.js";

testCheck(check, {
  refused: [postfix("smtpd_data_restrictions = reject_unauth_pipelining"), postfix("", { release: "3.9.0" })],
  allowed: postfix(),
  inconclusive: copied("compatibility_level = 3.6"),
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/auth-on-25.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  apart: postfix(),
  on25: postfix("smtpd_sasl_auth_enable = yes"),
  inconclusive: postfix("", { master: "missing" }),
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/sender-login.js";
import { postfix, mx } from "./configuration.js";

const login = "smtpd_sender_login_maps = hash:/etc/postfix/login\nsmtpd_sender_restrictions = ";

testCheck(check, {
  none: postfix("", { services: mx }),
  bound: postfix(`${login}reject_authenticated_sender_login_mismatch`),
  free: [
    postfix(),
    postfix(`${login}warn_if_reject reject_sender_login_mismatch`),
    postfix("smtpd_sender_restrictions = reject_sender_login_mismatch"),
  ],
  inconclusive: postfix("", { master: "missing" }),
});

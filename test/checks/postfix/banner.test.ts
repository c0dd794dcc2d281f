import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/banner.js";
import { copied, postfix } from "./configuration.js";

testCheck(check, {
  named: postfix(),
  other: [postfix("smtpd_banner = ESMTP ready"), postfix("smtpd_banner =")],
  release: postfix("smtpd_banner = $myhostname ESMTP Postfix $mail_version"),
  inconclusive: copied("compatibility_level = 3.6"),
});

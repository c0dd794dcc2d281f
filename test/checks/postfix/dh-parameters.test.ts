import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/dh-parameters.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  default: [postfix(), postfix("smtpd_tls_eecdh_grade = auto\nsmtpd_tls_dh1024_param_file =")],
  set: postfix("smtpd_tls_dh1024_param_file = /etc/postfix/dh.pem"),
});

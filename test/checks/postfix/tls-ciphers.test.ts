import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/tls-ciphers.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  fine: [postfix(), postfix("smtpd_tls_mandatory_ciphers = high\ntls_medium_cipherlist = HIGH:!RC4:+3DES")],
  weak: [postfix("smtpd_tls_ciphers = export"), postfix("smtp_tls_mandatory_ciphers = low")],
  list: postfix("tls_high_cipherlist = HIGH:RC4-SHA:!aNULL"),
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/auth-before-tls.js";
import { postfix, mx } from "./configuration.js";

testCheck(check, {
  none: postfix("", { services: mx }),
  inside: [
    postfix(),
    postfix("smtpd_sasl_auth_enable = yes\nsmtpd_tls_auth_only = yes"),
    postfix("", { services: "465 inet n - y - - smtpd -o smtpd_sasl_auth_enable=yes -o smtpd_tls_wrappermode=yes" }),
  ],
  before: [
    postfix("smtpd_sasl_auth_enable = yes"),
    postfix("", { services: "587 inet n - y - - smtpd -o smtpd_sasl_auth_enable=yes -o smtpd_tls_security_level=may" }),
  ],
  inconclusive: postfix("", { master: "missing" }),
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/tls-old-settings.js";
import { postfix, services } from "./configuration.js";

testCheck(check, {
  none: [postfix(), postfix("smtpd_tls_security_level = may")],
  set: [
    postfix("smtpd_use_tls = yes\nsmtp_enforce_tls = no"),
    postfix("", { services: `${services}465 inet n - y - - smtpd -o smtpd_enforce_tls=yes\n` }),
  ],
});

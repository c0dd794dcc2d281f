import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/tls-log.js";
import { postfix, services } from "./configuration.js";

testCheck(check, {
  brief: postfix("smtpd_tls_loglevel = 1\nsmtp_tls_loglevel = 1"),
  none: [postfix(), postfix("smtp_tls_loglevel = 1")],
  raised: [
    postfix("smtpd_tls_loglevel = 3\nsmtp_tls_loglevel = 1"),
    postfix("smtpd_tls_loglevel = 1\nsmtp_tls_loglevel = 1", {
      services: `${services}465 inet n - y - - smtpd -o smtpd_tls_loglevel=2\n`,
    }),
  ],
});

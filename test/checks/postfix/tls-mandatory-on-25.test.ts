import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/tls-mandatory-on-25.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  optional: [postfix("smtpd_tls_security_level = may"), postfix()],
  required: [
    postfix("smtpd_tls_security_level = encrypt"),
    postfix("smtpd_enforce_tls = yes"),
    postfix("smtpd_tls_security_level = encrypt", {
      services: "smtp inet n - y - 1 postscreen\nsmtpd pass - - y - - smtpd\n",
    }),
  ],
  noPort: postfix("smtpd_tls_security_level = encrypt", { services: "587 inet n - y - - smtpd" }),
  inconclusive: postfix("", { master: "missing" }),
});

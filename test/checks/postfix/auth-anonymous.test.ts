import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/auth-anonymous.js";
import { postfix, mx } from "./configuration.js";

testCheck(check, {
  none: postfix("smtpd_sasl_security_options =", { services: mx }),
  named: postfix(),
  anonymous: [postfix("smtpd_sasl_security_options ="), postfix("smtpd_sasl_tls_security_options = noplaintext")],
  inconclusive: postfix("", { master: "missing" }),
});

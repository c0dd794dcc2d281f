import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/tls-sending.js";
import { copied, postfix } from "./configuration.js";

testCheck(check, {
  on: [
    postfix("smtp_tls_security_level = may"),
    postfix("smtp_use_tls = yes"),
    postfix("compatibility_level = 3.11", { release: "3.11.7" }),
  ],
  off: [
    postfix(),
    postfix("smtp_tls_security_level = none"),
    postfix("compatibility_level = 3.6", { release: "3.11.7" }),
  ],
  skip: postfix("", { services: "smtp inet n - y - - smtpd" }),
  inconclusive: [copied("compatibility_level = 3.6"), copied("smtp_tls_security_level = may", { master: "missing" })],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/tls-receiving.js";
import { postfix, mx } from "./configuration.js";

testCheck(check, {
  offered: [postfix("smtpd_tls_security_level = may"), postfix("smtpd_use_tls = yes", { services: mx })],
  off: [postfix(), postfix("smtpd_tls_security_level = none\nsmtpd_use_tls = yes")],
  local: postfix("inet_interfaces = loopback-only"),
  skip: postfix("", { services: "local unix - n n - - local" }),
  inconclusive: postfix("", { master: "missing" }),
});

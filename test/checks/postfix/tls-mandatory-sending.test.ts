import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/tls-mandatory-sending.js";
import { copied, postfix } from "./configuration.js";

testCheck(check, {
  optional: postfix("smtp_tls_security_level = dane"),
  relay: postfix("smtp_tls_security_level = secure\nrelayhost = [smtp.example.net]:587"),
  required: [postfix("smtp_tls_security_level = encrypt"), postfix("smtp_tls_security_level = dane-only\nrelayhost =")],
  inconclusive: copied("compatibility_level = 3.6"),
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/relayhost-tls.js";
import { postfix } from "./configuration.js";

const relay =
  "relayhost = [smtp.example.net]:587\nsmtp_sasl_auth_enable = yes\nsmtp_sasl_security_options = noanonymous\n";

testCheck(check, {
  none: [postfix(), postfix("relayhost = [smtp.example.net]:587")],
  protected: [
    postfix(`${relay}smtp_tls_security_level = encrypt`),
    postfix("relayhost = x\nsmtp_sasl_auth_enable = yes"),
  ],
  byPolicy: postfix(`${relay}smtp_tls_security_level = may\nsmtp_tls_policy_maps = hash:/etc/postfix/policy`),
  exposed: postfix(`${relay}smtp_tls_security_level = may`),
  inconclusive: postfix(relay, { master: "unreadable" }),
});

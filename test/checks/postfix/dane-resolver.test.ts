import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/dane-resolver.js";
import { copied, postfix } from "./configuration.js";

const dane = "smtp_tls_security_level = dane\nsmtp_dns_support_level = dnssec";

testCheck(check, {
  none: postfix("smtp_tls_security_level = may"),
  signed: postfix(dane, { machine: { resolvers: ["127.0.0.53"] } }),
  resolver: postfix(dane, { machine: { resolvers: ["192.0.2.53"] } }),
  unsigned: postfix("smtp_tls_security_level = dane"),
  inconclusive: copied("compatibility_level = 3.6"),
});

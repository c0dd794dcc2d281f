import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/smuggling.js";
import { copied, postfix } from "./configuration.js";

testCheck(check, {
  closed: [
    postfix("smtpd_forbid_bare_newline = normalize"),
    postfix("smtpd_forbid_bare_newline = yes"),
    postfix("", { release: "3.9.0" }),
  ],
  workaround: postfix("smtpd_forbid_unauth_pipelining = yes\nsmtpd_discard_ehlo_keywords = chunking, silent-discard"),
  open: [
    postfix(),
    postfix("smtpd_forbid_unauth_pipelining = yes"),
    postfix("smtpd_forbid_bare_newline = no", { release: "3.9.0" }),
    postfix("smtpd_forbid_bare_newline = note", { release: "3.9.0" }),
  ],
  local: postfix("inet_interfaces = loopback-only"),
  inconclusive: [copied("compatibility_level = 3.6"), postfix("", { master: "missing" })],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/reject-unlisted.js";
import { postfix, services } from "./configuration.js";

testCheck(check, {
  on: [
    postfix(),
    postfix("", {
      services: `${services}127.0.0.1:10025 inet n - y - - smtpd -o smtpd_reject_unlisted_recipient=no\n`,
    }),
  ],
  off: postfix("smtpd_reject_unlisted_recipient = no"),
  skip: postfix("", { services: "local unix - n n - - local" }),
  inconclusive: postfix("", { master: "missing" }),
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/relay-guarded.js";
import { postfix, services } from "./configuration.js";

testCheck(check, {
  guarded: [
    postfix(),
    postfix("smtpd_relay_restrictions =\nsmtpd_recipient_restrictions = permit_mynetworks, reject_unauth_destination"),
    postfix("smtpd_relay_restrictions = permit_mynetworks, reject\nsmtpd_recipient_restrictions = permit"),
    postfix(
      "smtpd_restriction_classes = own\nown = permit_mynetworks, reject_unauth_destination\nsmtpd_relay_restrictions = own",
    ),
    postfix("", { services: `${services}127.0.0.1:10025 inet n - y - - smtpd -o smtpd_relay_restrictions=permit\n` }),
  ],
  open: [
    postfix("smtpd_relay_restrictions = permit_mynetworks, warn_if_reject reject_unauth_destination"),
    postfix("smtpd_relay_restrictions = permit, reject_unauth_destination"),
    postfix("smtpd_relay_restrictions =\nsmtpd_recipient_restrictions = permit, reject_unauth_destination"),
    postfix("", {
      services: `${services}2525 inet n - y - - smtpd -o smtpd_relay_restrictions= -o smtpd_recipient_restrictions=permit,reject\n`,
    }),
  ],
  none: [postfix("smtpd_relay_restrictions =\nsmtpd_recipient_restrictions =")],
  skip: [postfix("inet_interfaces = loopback-only"), postfix("", { services: "local unix - n n - - local" })],
  inconclusive: [postfix("", { master: "missing" }), postfix("smtpd_relay_restrictions = $a\na = $b\nb = $a")],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/relay-recipients.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  none: postfix(),
  listed: postfix("relay_domains = example.net\nrelay_recipient_maps = hash:/etc/postfix/relay"),
  asked: postfix("relay_domains = example.net\nsmtpd_recipient_restrictions = reject_unverified_recipient"),
  unknown: postfix("relay_domains = example.net"),
  inconclusive: postfix("relay_domains = example.net", { master: "missing" }),
});

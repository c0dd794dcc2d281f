import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/mailbox-limit.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  roomy: [
    postfix(),
    postfix("mailbox_size_limit = 0"),
    postfix("message_size_limit = 52428800\nmailbox_size_limit = 0"),
  ],
  small: [
    postfix("mailbox_size_limit = 1000000"),
    postfix("message_size_limit = 0"),
    postfix("mailbox_size_limit = 0\nmessage_size_limit = 60000000\nvirtual_mailbox_domains = example.org"),
  ],
  inconclusive: postfix("message_size_limit = 50M"),
});

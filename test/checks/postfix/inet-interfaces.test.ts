import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/inet-interfaces.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  fitting: [
    postfix(),
    postfix("inet_interfaces = loopback-only"),
    postfix("relayhost = x.example\nmydestination =\nrelay_domains = mysql:/x"),
  ],
  inside: postfix("inet_interfaces = 127.0.0.1\nvirtual_mailbox_domains = example.org"),
  open: postfix("mydestination =\nrelayhost = [smtp.example.net]"),
  inconclusive: postfix("", { master: "missing" }),
});

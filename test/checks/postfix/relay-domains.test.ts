import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/relay-domains.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  named: postfix("relay_domains = example.net, example.com"),
  none: postfix(),
  subdomains: [postfix("compatibility_level = 0"), postfix("relay_domains = $mydestination")],
});

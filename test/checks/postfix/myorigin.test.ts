import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/myorigin.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  public: [postfix(), postfix("myorigin = /etc/mailname", { lists: { "/etc/mailname": ["example.org"] } })],
  inside: [
    postfix("myorigin = localhost"),
    postfix("myhostname = vm"),
    postfix("myorigin = /etc/mailname", { lists: { "/etc/mailname": ["web.internal"] } }),
  ],
  inconclusive: postfix("myorigin = /etc/mailname"),
});

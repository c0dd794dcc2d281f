import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/soft-bounce.js";
import { postfix, services } from "./configuration.js";

testCheck(check, {
  off: [postfix(), postfix("soft_bounce = yes\nsoft_bounce = no")],
  on: [
    postfix("soft_bounce = yes"),
    postfix("", { services: `${services}2525 inet n - y - - smtpd -o soft_bounce=yes\n` }),
  ],
});

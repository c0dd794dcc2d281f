import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/rate-exceptions.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  narrow: [postfix(), postfix("mynetworks = 10.0.0.0/8")],
  wide: [
    postfix("smtpd_client_event_limit_exceptions = 0.0.0.0/0"),
    postfix("smtpd_client_event_limit_exceptions = 8.0.0.0/9 ::/0"),
  ],
  inconclusive: postfix("smtpd_client_event_limit_exceptions = mysql:/x"),
});

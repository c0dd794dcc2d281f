import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/delay-reject.js";
import { postfix } from "./configuration.js";

testCheck(check, { delayed: postfix(), early: postfix("smtpd_delay_reject = no") });

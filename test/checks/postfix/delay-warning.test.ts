import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/delay-warning.js";
import { postfix } from "./configuration.js";

testCheck(check, { told: postfix("delay_warning_time = 4"), silent: postfix() });

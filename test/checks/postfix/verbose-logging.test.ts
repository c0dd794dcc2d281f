import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/verbose-logging.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  calm: postfix(),
  raised: [
    postfix("", { services: "smtp inet n - y - - smtpd -v" }),
    postfix("", { services: "smtp unix - - y - - smtp -vv -o a=b" }),
  ],
  inconclusive: postfix("", { master: "missing" }),
});

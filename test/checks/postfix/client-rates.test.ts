import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/client-rates.js";
import { postfix, mx } from "./configuration.js";

testCheck(check, {
  none: postfix("", { services: mx }),
  limited: postfix("smtpd_client_auth_rate_limit = 20"),
  unlimited: postfix(),
  inconclusive: postfix("", { master: "missing" }),
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/unknown-recipient-code.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  permanent: postfix(),
  temporary: postfix("unknown_local_recipient_reject_code = 450"),
});

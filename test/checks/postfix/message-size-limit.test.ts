import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/message-size-limit.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  bounded: [postfix(), postfix("message_size_limit = 26214400")],
  small: postfix("message_size_limit = 1048576"),
  large: postfix("message_size_limit = 209715200"),
  unlimited: postfix("message_size_limit = 0"),
});

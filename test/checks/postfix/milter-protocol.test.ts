import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/milter-protocol.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  current: [postfix(), postfix("milter_protocol = 6 no_header_reply")],
  old: postfix("milter_protocol = 2"),
});

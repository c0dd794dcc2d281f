import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/always-bcc.js";
import { copied, postfix } from "./configuration.js";

testCheck(check, {
  none: postfix(),
  inside: [postfix("always_bcc = archive"), postfix("always_bcc = archive@example.org")],
  outside: postfix("always_bcc = ann@gmail.com"),
  inconclusive: copied("compatibility_level = 3.6"),
});

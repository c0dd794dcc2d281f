import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/certificate-expiry.js";
import { certified, postfix } from "./configuration.js";

testCheck(check, {
  ample: postfix("", { pairs: [certified()] }),
  short: postfix("", { pairs: [certified({}, "until 2026-01-08")] }),
  ended: postfix("", { pairs: [certified({}, "until 2025-12-30")] }),
  early: postfix("", { pairs: [certified({}, "from=2026-01-05 until 2026-06-01")] }),
  skip: postfix(),
  inconclusive: postfix("", { pairs: [certified({ certificate: { file: "/x", state: "unreadable" }, chain: [] })] }),
});

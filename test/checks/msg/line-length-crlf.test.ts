import { testCheck } from "mailworthy/testing";
import check from "../../../checks/msg/line-length-crlf.js";
import { about, letter } from "../../mail.js";

testCheck(check, {
  good: [about(letter()), about(letter({}, "x".repeat(998)))],
  unix: about(letter().replaceAll("\r\n", "\n")),
  long: [about(letter({}, "x".repeat(999))), about(letter({}, "x".repeat(999)).replaceAll("\r\n", "\n"))],
  bareLf: about(letter().replace("how\r\n", "how\n").replace("Hello,\r\n", "Hello,\n")),
  bareCr: about(letter().replace("Hello,\r\n", "Hello,\r")),
});

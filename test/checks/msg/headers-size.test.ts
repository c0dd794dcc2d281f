import { testCheck } from "mailworthy/testing";
import check from "../../../checks/msg/headers-size.js";
import { about, letter } from "../../mail.js";

testCheck(check, {
  small: about(letter()),
  large: about(letter({ "X-Long": Array.from({ length: 1_000 }, () => "x".repeat(60)).join("\n ") })),
  inconclusive: about(letter({ "X-Long": Array.from({ length: 20_000 }, () => "x".repeat(60)).join("\n ") })),
});

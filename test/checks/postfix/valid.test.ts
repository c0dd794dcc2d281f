import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/valid.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  read: postfix(),
  broken: [postfix("soft bounce = no"), postfix("relayhost"), postfix("", { services: "smtp inet n - y" })],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/notify-classes.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  told: postfix(),
  deaf: [postfix("notify_classes = bounce, resource"), postfix("notify_classes =")],
});

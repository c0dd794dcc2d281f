import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/running.js";
import { copied, postfix } from "./configuration.js";

testCheck(check, {
  up: postfix("", { machine: { running: true } }),
  down: postfix("", { machine: { running: false } }),
  skip: copied(),
  inconclusive: postfix(),
});

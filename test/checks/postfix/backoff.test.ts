import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/backoff.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  fitting: postfix(),
  often: postfix("minimal_backoff_time = 30s\nqueue_run_delay = 30s"),
  outOfStep: postfix("queue_run_delay = 20m"),
  reversed: postfix("maximal_backoff_time = 2m"),
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/queue-lifetime.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  fitting: [postfix(), postfix("maximal_queue_lifetime = 3\nbounce_queue_lifetime = 0")],
  short: [postfix("maximal_queue_lifetime = 12h"), postfix("maximal_queue_lifetime = 0")],
  long: postfix("maximal_queue_lifetime = 2w"),
  longBounces: postfix("bounce_queue_lifetime = 6d"),
  inconclusive: postfix("maximal_queue_lifetime = soon"),
});

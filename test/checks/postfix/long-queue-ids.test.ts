import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/long-queue-ids.js";
import { postfix } from "./configuration.js";

testCheck(check, { long: postfix("enable_long_queue_ids = yes"), short: postfix() });

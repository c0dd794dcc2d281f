import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/queue-space.js";
import { copied, postfix } from "./configuration.js";

const GB = 1024 ** 3;

testCheck(check, {
  room: postfix("", { machine: { disk: { free: 20 * GB, size: 40 * GB } } }),
  notSeen: copied("compatibility_level = 3.6"),
  small: postfix("queue_minfree = 1000000"),
  low: postfix("", { machine: { disk: { free: GB, size: 100 * GB } } }),
  full: postfix("message_size_limit = 104857600", { machine: { disk: { free: 10_000_000, size: GB } } }),
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mta-sts/policy-content-type.js";
import { policy, served, unannounced } from "./policy.js";

const as = (type: string) => served(`HTTP 200\ncontent-type: ${type}\n\n${policy()}`);

testCheck(check, {
  plain: [served(policy()), as("text/plain; charset=utf-8"), as("Text/Plain")],
  other: [as("text/html"), as("application/octet-stream"), as("text/plainer")],
  none: as(""),
  skip: [unannounced, served("!404"), served("!refused")],
  inconclusive: served("!timeout"),
});

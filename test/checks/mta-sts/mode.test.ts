import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mta-sts/mode.js";
import { announced, policy, served, unannounced } from "./policy.js";

testCheck(check, {
  enforce: served(policy()),
  testing: served(policy({ mode: "testing" })),
  none: served(policy({ mode: "none", mx: [] })),
  skip: [
    unannounced,
    served("!404"),
    served(policy({ mode: "report" })),
    served(`HTTP 200\nTLS: other.example.com\n\n${policy()}`),
    { ...served(policy()), ...announced("v=STSv1; id=") },
    { ...served(policy()), ...announced("v=STSv1; id=1", "v=STSv1; id=2") },
  ],
  inconclusive: served("!timeout"),
});

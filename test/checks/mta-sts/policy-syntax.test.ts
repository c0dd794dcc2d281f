import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mta-sts/policy-syntax.js";
import { policy, served, unannounced } from "./policy.js";

testCheck(check, {
  good: [
    served(policy()),
    served(policy().replaceAll("\n", "\r\n")),
    served(policy({ mode: "none", mx: [] })),
    served(`${policy()}future: 1\nmode: none\n`),
    served(policy({ max_age: "soon" })),
  ],
  broken: [
    served(policy({ version: "" })),
    served(policy({ version: "STSv2" })),
    served(policy({ mode: "" })),
    served(policy({ mode: "report" })),
    served(policy({ mx: [] })),
    served(policy({ mx: ["mx*.example.com"] })),
    served("<html></html>"),
  ],
  skip: [unannounced, served("!404"), served(`HTTP 200\n!cut\n\n${policy()}`)],
  inconclusive: served("!timeout"),
});

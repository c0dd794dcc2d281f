import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mta-sts/mx-pattern-unused.js";
import { policy, served, unannounced } from "./policy.js";

const naming = (...mx: string[]) => served(policy({ mx }));

testCheck(check, {
  used: [naming("mx1.example.com"), naming("*.example.com", "mx1.example.com")],
  unused: [naming("mx1.example.com", "old.example.com"), naming("*.example.net")],
  skip: [unannounced, served(policy({ mode: "none", mx: [] }))],
  inconclusive: served("!timeout"),
});

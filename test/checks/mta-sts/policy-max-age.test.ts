import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mta-sts/policy-max-age.js";
import { policy, served, unannounced } from "./policy.js";

const keeping = (max_age: string, mode = "enforce") => served(policy({ max_age, mode }));

testCheck(check, {
  kept: [keeping("1209600"), keeping("31557600"), keeping("60", "testing"), keeping("60", "none"), keeping("86400")],
  short: [keeping("86399"), keeping("60"), { ...keeping("86400"), options: { least: 604_800 } }],
  broken: [keeping(""), keeping("31557601"), keeping("-1"), keeping("1d")],
  skip: [unannounced, served("!404")],
  inconclusive: served("!timeout"),
});

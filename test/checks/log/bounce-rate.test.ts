import { testCheck } from "mailworthy/testing";
import check from "../../../checks/log/bounce-rate.js";
import { log, totals } from "./summary.js";

testCheck(check, {
  low: [log(), log(totals(98, 2)), log(totals(10, 10))],
  raised: [log(totals(96, 4)), log(totals(95, 5))],
  high: [log(totals(90, 10))],
});

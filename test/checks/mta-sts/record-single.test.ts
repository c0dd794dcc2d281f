import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mta-sts/record-single.js";
import { announced, silent, unannounced } from "./policy.js";

testCheck(check, {
  single: [announced("v=STSv1; id=1"), announced("v=STSv1; id=1", "v=verification 1")],
  several: announced("v=STSv1; id=1", "v=STSv1; id=2"),
  skip: [unannounced, announced("v=stsv1; id=1")],
  inconclusive: silent,
});

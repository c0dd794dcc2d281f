import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mailworthy/waiver-understood.js";

const waiver = { check: "tls/*", reason: "the appliance is replaced in March", until: "2099-03-31" };

testCheck(check, {
  understood: { waivers: [waiver] },
  fault: { waivers: [{ ...waiver, check: "mailworthy/waiver-understood" }] },
});

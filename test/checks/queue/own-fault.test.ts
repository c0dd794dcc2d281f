import { testCheck } from "mailworthy/testing";
import check from "../../../checks/queue/own-fault.js";
import { queue, waits } from "./census.js";

testCheck(check, {
  few: [queue(), queue({ causes: [waits("refused", 100)] })],
  many: [
    queue({ causes: [waits("misconfigured", 1)] }),
    queue({ causes: [waits("no room here", 1)] }),
    queue({ causes: [waits("not logged in", 1)] }),
    queue({ causes: [waits("loop", 1)] }),
  ],
});

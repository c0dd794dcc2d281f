import { testCheck } from "mailworthy/testing";
import check from "../../../checks/queue/blocklisted.js";
import { queue, waits } from "./census.js";

testCheck(check, {
  few: [queue(), queue({ causes: [waits("blocked", 9)] }), queue({ causes: [waits("policyviolation", 100)] })],
  many: [
    queue({ causes: [waits("blocked", 10)] }),
    queue({ causes: [waits("badreputation", 10)] }),
    queue({ causes: [waits("blocked", 5, "a.example"), waits("badreputation", 5, "b.example")] }),
  ],
});

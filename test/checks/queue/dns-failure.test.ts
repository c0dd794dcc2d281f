import { testCheck } from "mailworthy/testing";
import check from "../../../checks/queue/dns-failure.js";
import { queue, waits } from "./census.js";

testCheck(check, {
  few: [queue(), queue({ causes: [waits("dns", 9)] }), queue({ causes: [waits("refused", 100)] })],
  many: [
    queue({ causes: [waits("dns", 10)] }),
    queue({ causes: [waits("hostunknown", 10)] }),
    queue({ causes: [waits("dns", 5, "a.example"), waits("hostunknown", 5, "b.example")] }),
  ],
});

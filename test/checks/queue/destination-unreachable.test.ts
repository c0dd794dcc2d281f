import { testCheck } from "mailworthy/testing";
import check from "../../../checks/queue/destination-unreachable.js";
import { queue, waits } from "./census.js";

testCheck(check, {
  few: [
    queue(),
    queue({ causes: [waits("refused", 9)] }),
    queue({ causes: [waits("dns", 100)] }),
    queue({ causes: [waits("greylisted", 100)] }),
  ],
  many: [
    queue({ causes: [waits("refused", 10)] }),
    queue({ causes: [waits("unreachable", 10)] }),
    queue({ causes: [waits("silent", 10)] }),
    queue({ causes: [waits("connection lost", 10)] }),
    queue({ causes: [waits("refused", 5, "a.example"), waits("connection lost", 5, "b.example")] }),
  ],
});

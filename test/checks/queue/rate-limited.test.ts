import { testCheck } from "mailworthy/testing";
import check from "../../../checks/queue/rate-limited.js";
import { queue, waits } from "./census.js";

testCheck(check, {
  few: [queue(), queue({ causes: [waits("ratelimited", 9)] }), queue({ causes: [waits("greylisted", 100)] })],
  many: [
    queue({ causes: [waits("ratelimited", 10)] }),
    queue({ causes: [waits("ratelimited", 5, "a.example"), waits("ratelimited", 5, "b.example")] }),
  ],
});

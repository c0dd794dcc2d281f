import { testCheck } from "mailworthy/testing";
import check from "../../../checks/queue/tls-failure.js";
import { queue, waits } from "./census.js";

testCheck(check, {
  few: [queue(), queue({ causes: [waits("tls", 9)] }), queue({ causes: [waits("refused", 100)] })],
  many: [
    queue({ causes: [waits("tls", 10)] }),
    queue({ causes: [waits("failedstarttls", 10)] }),
    queue({ causes: [waits("tls", 5, "a.example"), waits("failedstarttls", 5, "b.example")] }),
  ],
});

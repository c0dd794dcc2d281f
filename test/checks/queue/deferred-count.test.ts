import { testCheck } from "mailworthy/testing";
import check from "../../../checks/queue/deferred-count.js";
import { held, queue } from "./census.js";

testCheck(check, {
  few: [queue(), queue({ queues: { deferred: held(1_000) } })],
  many: [
    queue({ queues: { deferred: held(1_001) } }),
    queue({ queues: { deferred: held(11), active: held(5_000) } }, { options: { limit: 10 } }),
  ],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/queue/age.js";
import { held, queue } from "./census.js";

testCheck(check, {
  empty: queue({ queues: { hold: held(3, 900) } }),
  fresh: [queue({ queues: { deferred: held(3, 23) } }), queue({ queues: { deferred: held(3, -1) } })],
  old: [
    queue({ queues: { deferred: held(1, 24) } }),
    queue({ queues: { deferred: held(1, 3) } }, { options: { hours: 2 } }),
  ],
});

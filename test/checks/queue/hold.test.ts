import { testCheck } from "mailworthy/testing";
import check from "../../../checks/queue/hold.js";
import { held, queue } from "./census.js";

testCheck(check, {
  none: queue({ queues: { deferred: held(3, 900) } }),
  lately: queue({ queues: { hold: held(3, 23) } }),
  long: [queue({ queues: { hold: held(1, 24) } }), queue({ queues: { hold: held(1, 3) } }, { options: { hours: 2 } })],
});

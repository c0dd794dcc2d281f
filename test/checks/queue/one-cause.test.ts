import { testCheck } from "mailworthy/testing";
import check from "../../../checks/queue/one-cause.js";
import { held, queue, waits } from "./census.js";

testCheck(check, {
  several: [
    queue({ queues: { deferred: held(19) }, causes: [waits("refused", 19)] }),
    queue({ queues: { deferred: held(100) }, causes: [waits("refused", 40), waits("dns", 30), waits("tls", 30)] }),
  ],
  destination: queue({
    queues: { deferred: held(100) },
    causes: [waits("refused", 60), waits("dns", 40, "a.example")],
  }),
  everywhere: queue({
    queues: { deferred: held(100) },
    causes: [waits("blocked", 40, "a.example"), waits("blocked", 30, "b.example"), waits("dns", 30)],
  }),
  skip: queue(),
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/queue/bounce-flood.js";
import { held, queue } from "./census.js";

testCheck(check, {
  few: [
    queue({ queues: { deferred: held(100) }, reports: 99 }),
    queue({ queues: { deferred: held(400), active: held(400) }, reports: 150 }),
  ],
  flood: [
    queue({ queues: { deferred: held(300), active: held(200) }, reports: 100 }),
    queue({ queues: { deferred: held(10) }, reports: 5 }, { options: { least: 5 } }),
  ],
});

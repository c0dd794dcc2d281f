import { testCheck } from "mailworthy/testing";
import check from "../../../checks/queue/one-sender.js";
import { held, queue } from "./census.js";

testCheck(check, {
  spread: [
    queue(),
    queue({ queues: { deferred: held(199) }, senders: [{ sender: "a@example.com", messages: 199, domains: 80 }] }),
    queue({ queues: { deferred: held(900) }, senders: [{ sender: "a@example.com", messages: 300, domains: 80 }] }),
  ],
  one: queue({
    queues: { deferred: held(900) },
    senders: [{ sender: "www-data@example.com", messages: 600, domains: 80 }],
  }),
});

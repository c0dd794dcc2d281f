import { defineCheck, facts, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/long-queue-ids",
  on: "postfix",
  title: "Queue ids are not used again",
  why: "Short ids come back within days, so a line of the log, or an id to delete, may mean another message.",
  fix: "Set enable_long_queue_ids to yes.",
  refs: ["postconf(5) enable_long_queue_ids"],
  needs: { main: facts.postfixSettings("enable_long_queue_ids") },
  verdicts: {
    long: pass("queue ids are long"),
    short: warn("queue ids are short and come back; what is found or deleted by id may be another message"),
  },
  judge({ main: { enable_long_queue_ids: long } }, say) {
    if (long.value === "yes") return say.long();
    return say.short({}, settings(long), { command: postconf("enable_long_queue_ids", "yes") });
  },
});

import { defineCheck, facts, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/backoff",
  on: "postfix",
  title: "Retries come neither too often nor out of step",
  why: "Receivers answer hammering with 421 and with longer greylisting, and times that do not fit each other delay the next try.",
  fix: "Set queue_run_delay to 300s, minimal_backoff_time to 300s and maximal_backoff_time to 4000s.",
  refs: ["TUNING_README"],
  needs: { main: facts.postfixTimes("minimal_backoff_time", "maximal_backoff_time", "queue_run_delay") },
  verdicts: {
    fitting: pass("the next try comes after {least} to {most}"),
    often: warn("the next try comes after {least}; receivers take that for hammering"),
    outOfStep: warn("queue_run_delay is {run} and minimal_backoff_time {least}; the next try waits for the run"),
    reversed: warn("maximal_backoff_time {most} is below minimal_backoff_time {least}"),
  },
  judge({ main: { minimal_backoff_time: least, maximal_backoff_time: most, queue_run_delay: run } }, say) {
    const data = { least: least.value, most: most.value, run: run.value };
    const evidence = settings(least, most, run);
    if (most.amount < least.amount) return say.reversed(data, evidence);
    if (least.amount < 300) return say.often(data, evidence, { command: postconf(least.name, "300s") });
    return run.amount > least.amount
      ? say.outOfStep(data, evidence, { command: postconf(run.name, least.value) })
      : say.fitting(data);
  },
});

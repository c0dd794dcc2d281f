import { defineCheck, duration, facts, pass, span, warn, z } from "mailworthy";

export default defineCheck({
  id: "queue/age",
  on: "queue",
  title: "No message waits for long",
  why: "Who sent a message learns that it did not arrive only when it is given up, by default after five days.",
  fix: "Look at what is oldest: mend its cause, or give it up so that its sender hears of it.",
  options: z.strictObject({ hours: z.number().positive().default(24) }),
  needs: { deferred: facts.queueDeferred },
  verdicts: {
    empty: pass("nothing is deferred"),
    fresh: pass("the oldest deferred message has waited for {age}"),
    old: warn("the oldest deferred message has waited for {age}; its sender does not know"),
  },
  judge({ deferred: { age } }, say, { options: { hours } }) {
    if (age === null) return say.empty();
    const told = age < 3_600_000 ? duration(Math.max(0, age)) : span(age);
    return age < hours * 3_600_000 ? say.fresh({ age: told }) : say.old({ age: told });
  },
});

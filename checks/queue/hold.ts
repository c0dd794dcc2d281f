import { defineCheck, duration, facts, pass, span, warn, z } from "mailworthy";

export default defineCheck({
  id: "queue/hold",
  on: "queue",
  title: "Nothing is forgotten on hold",
  why: "A message on hold is neither delivered nor given up until somebody releases or deletes it.",
  fix: "Look at what is held, then release or delete it: `mailworthy queue show --in hold`.",
  options: z.strictObject({ hours: z.number().positive().default(24) }),
  needs: { held: facts.queueHeld },
  verdicts: {
    none: pass("nothing is held"),
    lately: pass("{count} held, the oldest for {age}"),
    long: warn("{count} held, the oldest of them came {age} ago; nothing delivers them until they are released"),
  },
  judge({ held: { messages: count, age } }, say, { options: { hours } }) {
    if (age === null) return say.none();
    const told = age < 3_600_000 ? duration(Math.max(0, age)) : span(age);
    return say[age < hours * 3_600_000 ? "lately" : "long"]({ count, age: told });
  },
});

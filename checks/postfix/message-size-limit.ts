import { defineCheck, facts, pass, postconf, settings, warn, z } from "mailworthy";

export default defineCheck({
  id: "postfix/message-size-limit",
  on: "postfix",
  title: "A message may not be of any size",
  why: "Without a limit one message can fill the file system of the queue, and then no mail is taken at all.",
  fix: "Set message_size_limit to 26214400 or 52428800, 25 or 50 MB, as large receivers have it.",
  refs: ["postconf(5) message_size_limit"],
  options: z.strictObject({ megabytes: z.number().positive().default(100).describe("Megabytes at most") }),
  needs: { main: facts.postfixNumbers("message_size_limit") },
  verdicts: {
    bounded: pass("messages up to {size} MB are taken; attachments grow by a third on their way"),
    small: warn("messages up to {size} MB are taken; with an attachment of 7 MB one is refused as too big"),
    large: warn("messages up to {size} MB are taken; few other hosts take such"),
    unlimited: warn("messages of any size are taken; one can fill the queue"),
  },
  judge({ main: { message_size_limit: limit } }, say, { options }) {
    const size = Number((limit.amount / 1_048_576).toFixed(1));
    const fix = { command: postconf(limit.name, "52428800") };
    if (limit.amount === 0) return say.unlimited({}, settings(limit), fix);
    if (size > options.megabytes) return say.large({ size }, settings(limit), fix);
    return limit.amount < 9_000_000 ? say.small({ size }, settings(limit), fix) : say.bounded({ size });
  },
});

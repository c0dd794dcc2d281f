import { defineCheck, facts, pass, postconf, settings, warn, z } from "mailworthy";

export default defineCheck({
  id: "postfix/concurrency",
  on: "postfix",
  title: "Deliveries to one destination at once are few",
  why: "Large mailbox providers answer many connections at once with 421 4.7.28 or TSS04, and mail waits longer than with few.",
  fix: "Leave default_destination_concurrency_limit at 20, and give large providers a transport of their own with less.",
  refs: ["SCHEDULER_README"],
  options: z.strictObject({ most: z.number().int().positive().default(50).describe("Deliveries at once at most") }),
  needs: { main: facts.postfixNumbers("default_destination_concurrency_limit", "smtp_destination_concurrency_limit") },
  verdicts: {
    few: pass("at most {count} deliveries to one destination at once"),
    many: warn("up to {count} deliveries to one destination at once; large providers put that off with 421"),
  },
  judge(
    { main: { default_destination_concurrency_limit: usual, smtp_destination_concurrency_limit: smtp } },
    say,
    { options },
  ) {
    const count = smtp.amount;
    if (count <= options.most && count > 0) return say.few({ count });
    return say.many({ count: count === 0 ? "any number of" : count }, settings(usual, smtp), {
      command: postconf(smtp.set ? smtp.name : usual.name, "20"),
    });
  },
});

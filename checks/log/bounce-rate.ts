import { defineCheck, facts, pass, warn, z } from "mailworthy";

export default defineCheck({
  id: "log/bounce-rate",
  on: "log",
  title: "Little mail comes back",
  why: "Receivers count mail to addresses that do not exist, and slow down or block who sends much of it.",
  fix: "Take addresses that bounced for good off every list, and mend the first of the causes.",
  options: z.strictObject({
    least: z.number().int().positive().default(100),
    near: z.number().positive().max(1).default(0.03),
    limit: z.number().positive().max(1).default(0.1),
  }),
  needs: { log: facts.log },
  verdicts: {
    low: pass("{bounced} of {total} deliveries bounced"),
    raised: warn("{bounced} of {total} deliveries bounced, {percent} %; some providers act at 5 %"),
    high: warn("{bounced} of {total} deliveries bounced, {percent} %"),
  },
  judge({ log: { totals, bounces } }, say, { options: { least, near, limit } }) {
    const { bounced } = totals;
    const total = totals.delivered + bounced;
    if (total < least || bounced < total * near) return say.low({ bounced, total });
    const percent = Math.round((bounced / total) * 1_000) / 10;
    const rows = bounces.slice(0, 10).map(({ cause, count, remedy }) => [count, cause, remedy]);
    const evidence = { kind: "table" as const, columns: ["bounces", "cause", "what to do"], rows };
    return say[bounced < total * limit ? "raised" : "high"]({ bounced, total, percent }, evidence);
  },
});

import { defineCheck, facts, pass, warn, z } from "mailworthy";

export default defineCheck({
  id: "queue/bounce-flood",
  on: "queue",
  title: "The queue is not full of bounces",
  why: "Bounces go to whom the mail claimed to be from; where that is forged, they hit strangers and get the server listed.",
  fix: "Refuse at RCPT TO whom you cannot deliver to, with `reject_unlisted_recipient` and recipient maps that are complete.",
  options: z.strictObject({
    least: z.number().int().positive().default(100),
    share: z.number().positive().max(1).default(0.2),
  }),
  needs: { queue: facts.queueSenders },
  verdicts: {
    few: pass("{count} of {total} are bounces or other reports"),
    flood: warn("{count} of {total} are bounces or other reports; mail is taken that cannot be delivered"),
  },
  judge({ queue: { reports: count, total } }, say, { options: { least, share } }) {
    return say[count >= least && count >= total * share ? "flood" : "few"]({ count, total });
  },
});

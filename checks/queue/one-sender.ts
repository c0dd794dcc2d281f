import { command, defineCheck, facts, pass, warn, z } from "mailworthy";

export default defineCheck({
  id: "queue/one-sender",
  on: "queue",
  title: "No sender fills the queue",
  why: "A script or an account that somebody else has taken over sends until the server is on every blocklist.",
  fix: "Hold what it sent, look at one message, and stop whatever sends it before you delete or release the rest.",
  options: z.strictObject({
    least: z.number().int().positive().default(200),
    share: z.number().positive().max(1).default(0.5),
  }),
  needs: { queue: facts.queueSenders },
  verdicts: {
    spread: pass("no sender has most of the queue"),
    one: warn("{sender} has {count} of {total} messages, to {domains} domains; a newsletter, or an account taken over"),
  },
  judge({ queue: { senders, total } }, say, { options: { least, share } }) {
    const [first] = senders;
    if (!first || first.messages < least || first.messages < total * share) return say.spread();
    const { sender, messages: count, domains } = first;
    const rows = senders.slice(0, 10).map((one) => [one.sender, one.messages, one.domains]);
    return say.one(
      { sender, count, total, domains },
      { kind: "table", columns: ["sender", "messages", "domains"], rows },
      { command: command("mailworthy", "queue", "hold", "--from", sender) },
    );
  },
});

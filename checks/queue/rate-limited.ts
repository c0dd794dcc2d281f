import { abridged, defineCheck, facts, pass, warn, z } from "mailworthy";

export default defineCheck({
  id: "queue/rate-limited",
  on: "queue",
  title: "No receiver slows this server down",
  why: "A receiver that sees too much at once takes less and less, until it takes nothing.",
  fix: "Send to it more slowly: a transport of its own with `smtp_destination_rate_delay` and a low concurrency limit.",
  options: z.strictObject({ least: z.number().int().positive().default(10) }),
  needs: { heldUp: facts.queueThrottled },
  verdicts: {
    few: pass("{count} wait because a receiver limits the rate"),
    many: warn("{count} wait because the receiver limits the rate: {domains}"),
  },
  judge({ heldUp: { messages: count, holdups } }, say, { options: { least } }) {
    const rows = holdups
      .slice(0, 20)
      .map(({ domain, messages, cause, example }) => [messages, domain, cause, example ?? ""]);
    const evidence = {
      kind: "table" as const,
      columns: ["messages", "destination", "cause", "as Postfix tells it"],
      rows,
    };
    if (count < least) return say.few({ count }, evidence);
    return say.many({ count, domains: abridged([...new Set(holdups.map(({ domain }) => domain))]) }, evidence);
  },
});

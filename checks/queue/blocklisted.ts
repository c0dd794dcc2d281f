import { abridged, defineCheck, facts, pass, warn, z } from "mailworthy";

export default defineCheck({
  id: "queue/blocklisted",
  on: "queue",
  title: "No receiver refuses this server for its reputation",
  why: "What is refused for the address it comes from is refused for every message, at more and more receivers.",
  fix: "End what got the address listed, then ask to be taken off; hold the mail until that is done.",
  options: z.strictObject({ least: z.number().int().positive().default(10) }),
  needs: { heldUp: facts.queueListed },
  verdicts: {
    few: pass("{count} wait because of the reputation of this server"),
    many: warn("{count} wait because of the reputation of this server: {domains}"),
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

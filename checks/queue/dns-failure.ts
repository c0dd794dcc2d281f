import { abridged, defineCheck, facts, pass, warn, z } from "mailworthy";

export default defineCheck({
  id: "queue/dns-failure",
  on: "queue",
  title: "The mail hosts of destinations are found in DNS",
  why: "Without an answer from DNS no message leaves, and one broken resolver holds up all mail.",
  fix: "See whether your resolver answers for other domains: `mailworthy dns DOMAIN MX --at each`.",
  options: z.strictObject({ least: z.number().int().positive().default(10) }),
  needs: { heldUp: facts.queueUnresolved },
  verdicts: {
    few: pass("{count} wait for an answer from DNS"),
    many: warn("{count} wait for an answer from DNS: {domains}"),
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

import { abridged, defineCheck, facts, pass, warn, z } from "mailworthy";

export default defineCheck({
  id: "queue/destination-unreachable",
  on: "queue",
  title: "Destinations can be reached",
  why: "Mail for a host that does not answer is tried again and again, and slows down what could be delivered.",
  fix: "Ask from another network whether the host answers; if it does, look at your firewall and at port 25, else hold its mail.",
  options: z.strictObject({ least: z.number().int().positive().default(10) }),
  needs: { heldUp: facts.queueUnreachable },
  verdicts: {
    few: pass("{count} wait for destinations that cannot be reached"),
    many: warn("{count} wait for destinations that cannot be reached: {domains}"),
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

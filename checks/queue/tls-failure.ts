import { abridged, defineCheck, facts, pass, warn, z } from "mailworthy";

export default defineCheck({
  id: "queue/tls-failure",
  on: "queue",
  title: "Connections are as secure as policy asks",
  why: "A policy that a host cannot meet delays its mail until it is given up.",
  fix: "Compare `smtp_tls_policy_maps` and the DANE or MTA-STS policy of the domain with what its hosts offer.",
  options: z.strictObject({ least: z.number().int().positive().default(10) }),
  needs: { heldUp: facts.queueInsecure },
  verdicts: {
    few: pass("{count} wait for a connection that is secure"),
    many: warn("{count} wait for a connection as secure as policy asks: {domains}"),
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

import { defineCheck, facts, pass, warn, z } from "mailworthy";

export default defineCheck({
  id: "queue/deferred-count",
  on: "queue",
  title: "Few messages are deferred",
  why: "A queue that grows delays all mail, and hides in its mass what could be mended.",
  fix: "See which destinations hold most of it and why, and mend the first of them.",
  options: z.strictObject({ limit: z.number().int().positive().default(1_000) }),
  needs: { deferred: facts.queueDeferred },
  verdicts: {
    few: pass("{count} deferred"),
    many: warn("{count} deferred; the threshold is {limit}"),
  },
  judge({ deferred: { messages: count, destinations } }, say, { options: { limit } }) {
    if (count <= limit) return say.few({ count });
    const rows = destinations.slice(0, 10).map(({ domain, messages }) => [domain, messages]);
    return say.many({ count, limit }, { kind: "table", columns: ["destination", "messages"], rows });
  },
});

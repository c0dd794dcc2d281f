import { defineFact } from "../fact.js";

/** Whether a host's name is an alias, and of what (RFC 1034 §3.6.2). */
export const alias = defineFact({
  id: "alias",
  of: "host",
  async gather(name, { dns }) {
    const answer = await dns(name, "CNAME");
    return { answer, target: answer.records[0]?.data ?? null };
  },
});

import { defineFact } from "../fact.js";

/** The MX records as they stand, best preference first, also where there are none (RFC 5321 §5.1). */
export const mx = defineFact({
  id: "mx",
  of: "domain",
  async gather(name, { dns }) {
    const answer = await dns(name, "MX");
    const exchanges = answer.records
      .map(({ data, ttl }) => ({ ...data, ttl }))
      .sort((a, b) => a.preference - b.preference || (a.exchange < b.exchange ? -1 : 1));
    return { answer, exchanges, null: exchanges.some(({ exchange }) => exchange === ".") };
  },
});

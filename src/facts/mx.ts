import { absent, defineFact, isAbsent } from "../fact.js";
import { addresses } from "./addresses.js";

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

/** The record that says the domain takes no mail, and what stands beside it (RFC 7505 §3). */
export const nullMx = defineFact({
  id: "null-mx",
  of: "domain",
  async gather(name, { ask }) {
    const found = await ask(mx, name);
    if (isAbsent(found)) return found;
    const { answer, exchanges } = found;
    const saying = exchanges.find(({ exchange }) => exchange === ".");
    if (!saying) return absent(`${name} has no null MX`);
    const others = exchanges.filter(({ exchange }) => exchange !== ".").map(({ exchange }) => exchange);
    return { answer, preference: saying.preference, others };
  },
});

/** Each exchange once, with all its addresses; none where it leads nowhere. */
export const exchangeAddresses = defineFact({
  id: "exchange-addresses",
  of: "domain",
  async gather(name, { ask }) {
    const found = await ask(mx, name);
    if (isAbsent(found)) return found;
    const exchanges = new Set(found.exchanges.map(({ exchange }) => exchange).filter((exchange) => exchange !== "."));
    if (exchanges.size === 0) return absent(`${name} names no mail host`);
    return Promise.all(
      Array.from(exchanges, async (exchange) => {
        const at = await ask(addresses, exchange);
        return { exchange, addresses: isAbsent(at) ? [] : at.all };
      }),
    );
  },
});

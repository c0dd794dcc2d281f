import { bounds } from "../bounds.js";
import { absent, defineFact, isAbsent, type Tools } from "../fact.js";
import type { NetError } from "../net/net.js";
import { addresses } from "./addresses.js";
import { hello } from "./hello.js";
import { mx } from "./mx.js";
import { outcomes } from "./outcomes.js";
import { tlsa } from "./dane/tlsa.js";

/** What protects mail on its way to one exchange; null where that is not known, or it takes no mail. */
export interface Protection {
  exchange: string;
  preference: number;
  starttls: boolean | null;
  tlsa: boolean | null;
}

/**
 * What the exchanges of a domain that come first have and one that comes later lacks: an attacker who keeps senders from
 * the first ones gets the mail by the weakest. Absent where all are equally preferred.
 */
export const exchangeProtection = defineFact({
  id: "exchange-protection",
  of: "domain",
  reaches: "smtp",
  deadline: hello.deadline!,
  async gather(name, { ask }) {
    const found = await ask(mx, name);
    if (isAbsent(found)) return found;
    const exchanges = found.exchanges.filter(({ exchange }) => exchange !== ".").slice(0, bounds.hosts);
    const first = exchanges[0]?.preference;
    if (exchanges.every(({ preference }) => preference === first))
      return absent(`${name} has no mail host that comes later`);
    const missing: NetError[] = [];
    const all = await Promise.all(
      exchanges.map(async ({ exchange, preference }): Promise<Protection> => {
        const { learnt: records, unlearnt } = await outcomes([ask(tlsa, exchange)]);
        const { offers, unlearnt: unheard } = await offering(exchange, ask);
        missing.push(...unlearnt, ...unheard);
        const tlsaKnown = records[0] === undefined ? null : !isAbsent(records[0]);
        return { exchange, preference, starttls: offers, tlsa: tlsaKnown };
      }),
    );
    const leading = all.filter(({ preference }) => preference === first);
    const later = all.filter(({ preference }) => preference !== first);
    const lacking = (what: "starttls" | "tlsa"): string[] =>
      leading.every((one) => one[what] === true)
        ? later.filter((one) => one[what] === false).map((one) => one.exchange)
        : [];
    const weaker = { starttls: lacking("starttls"), tlsa: lacking("tlsa") };
    if (weaker.starttls.length + weaker.tlsa.length === 0 && missing[0]) throw missing[0];
    return { all, weaker };
  },
});

/** Whether a host offers STARTTLS wherever it takes mail; null where it takes none, or some address is not known. */
async function offering(host: string, ask: Tools["ask"]): Promise<{ offers: boolean | null; unlearnt: NetError[] }> {
  const { learnt, unlearnt } = await outcomes([ask(addresses, host)]);
  const ips = learnt.flatMap((one) => (isAbsent(one) ? [] : one.all.slice(0, bounds.addresses)));
  const asked = await outcomes(ips.map((ip) => ask(hello, { host, ip })));
  const said = asked.learnt.flatMap((one) => (isAbsent(one) ? [] : "STARTTLS" in one.keywords));
  const missing = [...unlearnt, ...asked.unlearnt];
  if (said.includes(false)) return { offers: false, unlearnt: missing };
  return { offers: said.length > 0 && missing.length === 0 ? true : null, unlearnt: missing };
}

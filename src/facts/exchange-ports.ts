import { absent, defineFact, isAbsent, type Tools } from "../fact.js";
import { addresses, ipv6Addresses } from "./addresses.js";
import { mx } from "./mx.js";
import { outcomes } from "./outcomes.js";
import { port25 } from "./port.js";

/** Whether some address takes connections on port 25: open on one is open, refused only by all. */
async function anyOpens(host: string, ips: readonly string[], ask: Tools["ask"]): Promise<boolean> {
  const { learnt, unlearnt } = await outcomes(ips.map((ip) => ask(port25, { host, ip })));
  if (learnt.some((one) => !isAbsent(one) && one.outcome === "open")) return true;
  if (unlearnt[0]) throw unlearnt[0];
  return false;
}

/**
 * Whether the exchange that senders try first takes connections. One that is always closed, before one that is open, turns
 * away senders that do not try again ("nolisting").
 */
export const firstExchange = defineFact({
  id: "first-exchange",
  of: "domain",
  reaches: "smtp",
  deadline: port25.deadline!,
  async gather(name, { ask }) {
    const found = await ask(mx, name);
    if (isAbsent(found)) return found;
    const hosts = found.exchanges.map(({ exchange }) => exchange).filter((exchange) => exchange !== ".");
    const [first, ...others] = hosts;
    if (first === undefined || others.length === 0) return absent(`${name} has no second mail host`);
    const opens = async (host: string): Promise<boolean> => {
      const at = await ask(addresses, host);
      return !isAbsent(at) && (await anyOpens(host, at.all, ask));
    };
    if (await opens(first)) return { first, open: true, next: null };
    for (const next of others) if (await opens(next)) return { first, open: false, next };
    return absent(`no mail host of ${name} takes connections`);
  },
});

/** Whether a mail host takes connections at one of its IPv6 addresses; absent where it has none. */
export const ipv6Port25 = defineFact({
  id: "ipv6-port-25",
  of: "host",
  reaches: "smtp",
  deadline: port25.deadline!,
  async gather(host, { ask }) {
    const found = await ask(ipv6Addresses, host);
    if (isAbsent(found)) return found;
    if (found.addresses.length === 0) return absent(`${host} has no IPv6 address`);
    return { open: await anyOpens(host, found.addresses, ask), addresses: found.addresses };
  },
});

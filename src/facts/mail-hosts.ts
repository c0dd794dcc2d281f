import { absent, defineFact, isAbsent } from "../fact.js";
import { mx } from "./mx.js";

/**
 * Names of the hosts that accept mail for a domain, best first: its MX, or itself where it has an address and no MX
 * (RFC 5321 §5.1). Absent for a null MX (RFC 7505) and where there is neither.
 */
export const mailHosts = defineFact({
  id: "mail-hosts",
  of: "domain",
  async gather(name, { ask, dns }) {
    const found = await ask(mx, name);
    if (isAbsent(found)) return found;
    const hosts = found.exchanges.map(({ exchange }) => exchange).filter((exchange) => exchange !== ".");
    if (hosts.length > 0) return [...new Set(hosts)];
    if (found.null) return absent(`${name} accepts no mail (null MX)`);
    const [a, aaaa] = await Promise.all([dns(name, "A"), dns(name, "AAAA")]);
    if (a.records.length + aaaa.records.length > 0) return [name];
    return absent(`${name} has no mail host: no MX and no address`);
  },
});

import { absent, defineFact, isAbsent } from "../fact.js";
import { anyAddress } from "./addresses.js";
import { mx } from "./mx.js";

/**
 * Names of the hosts that accept mail for a domain, best first: its MX, or itself where it has an address and no MX
 * (RFC 5321 §5.1). Absent for a null MX (RFC 7505) and where there is neither.
 */
export const mailHosts = defineFact({
  id: "mail-hosts",
  of: "domain",
  async gather(name, { ask }) {
    const found = await ask(mx, name);
    if (isAbsent(found)) return found;
    const hosts = found.exchanges.map(({ exchange }) => exchange).filter((exchange) => exchange !== ".");
    if (hosts.length > 0) return [...new Set(hosts)];
    if (found.null) return absent(`${name} accepts no mail (null MX)`);
    const itself = await ask(anyAddress, name);
    return isAbsent(itself) ? absent(`${name} has no mail host: no MX and no address`) : [name];
  },
});

import { absent, defineFact, isAbsent } from "../fact.js";
import { mailHosts } from "./mail-hosts.js";
import { mx } from "./mx.js";

/**
 * Whether mail can come back to a domain (RFC 5321 §5.1). Absent for a null MX: that the domain takes none is said, and
 * another matter.
 */
export const returnWay = defineFact({
  id: "return-way",
  of: "domain",
  async gather(name, { ask }) {
    const [found, hosts] = await Promise.all([ask(mx, name), ask(mailHosts, name)]);
    if (isAbsent(found)) return found;
    if (found.null && isAbsent(hosts)) return absent(hosts.reason);
    return { answer: found.answer, hosts: isAbsent(hosts) ? [] : hosts };
  },
});

import { defineFact, isAbsent } from "../fact.js";
import type { Role } from "../target.js";
import { mailHosts } from "./mail-hosts.js";
import { mx } from "./mx.js";
import { spfRecord } from "./spf-record.js";

/**
 * What a domain seems to do with mail, by its records. MX means receiving only; a domain is taken to send unless its
 * SPF record says that nobody may, since the harm of judging too much is smaller than that of judging too little.
 */
export const roles = defineFact({
  id: "roles",
  of: "domain",
  async gather(name, { ask }) {
    const [exchanges, hosts, spf] = await Promise.all([ask(mx, name), ask(mailHosts, name), ask(spfRecord, name)]);
    const records = isAbsent(spf) ? [] : spf.records;
    const hasMx = !isAbsent(exchanges) && exchanges.exchanges.length > 0;
    const receives = !isAbsent(hosts) && (hasMx || records.length > 0);
    const denies = records.length > 0 && records.every((record) => /^v=spf1\s+-all\s*$/i.test(record));
    const sends = records.length > 0 ? !denies : receives;
    const found: Role[] = [...(sends ? (["sends"] as const) : []), ...(receives ? (["receives"] as const) : [])];
    const because = [
      isAbsent(hosts)
        ? hosts.reason
        : hasMx
          ? "it has MX records"
          : receives
            ? "it has an address, and SPF"
            : "it has no MX record",
      records.length === 0 ? "no SPF record" : denies ? "SPF lets nobody send" : "SPF lets hosts send",
    ].join("; ");
    return { roles: found.length > 0 ? found : (["parked"] as Role[]), declared: false, because };
  },
});

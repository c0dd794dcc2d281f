import { bounds } from "../bounds.js";
import { absent, defineFact, isAbsent } from "../fact.js";
import { ipv4Addresses, ipv6Addresses } from "./addresses.js";
import { zone } from "./zone.js";

/** The name servers of the zone that a domain is in, as the zone itself names them (RFC 1035 §3.3.11). */
export const nameServers = defineFact({
  id: "name-servers",
  of: "domain",
  async gather(name, { ask, dns }) {
    const found = await ask(zone, name);
    if (isAbsent(found)) return found;
    const { apex } = found;
    const answer = await dns(apex, "NS");
    const names = answer.records.map(({ data }) => data).sort();
    return names.length > 0 ? { apex, answer, names } : absent(`${apex} names no name server`);
  },
});

/** One name server, with its addresses in both families; none where its name leads nowhere. */
export interface NameServer {
  name: string;
  v4: string[];
  v6: string[];
}

/** The name servers with their addresses. */
export const nameServerAddresses = defineFact({
  id: "name-server-addresses",
  of: "domain",
  async gather(name, { ask }) {
    const found = await ask(nameServers, name);
    if (isAbsent(found)) return found;
    const { apex, answer, names } = found;
    const servers = await Promise.all(
      names.slice(0, bounds.nameServers).map(async (host): Promise<NameServer> => {
        const [v4, v6] = await Promise.all([ask(ipv4Addresses, host), ask(ipv6Addresses, host)]);
        return { name: host, v4: isAbsent(v4) ? [] : v4.addresses, v6: isAbsent(v6) ? [] : v6.addresses };
      }),
    );
    return { apex, answer, servers };
  },
});

/** An address at which a name server is asked. */
export interface ServerAt {
  server: string;
  ip: string;
}

/** Where to ask, one address of each server first, IPv4 before IPv6; no more than are asked. */
export function placesOf(servers: readonly NameServer[]): ServerAt[] {
  const each = servers.map(({ name, v4, v6 }) => [...v4, ...v6].map((ip) => ({ server: name, ip })));
  const longest = Math.max(0, ...each.map(({ length }) => length));
  const places = Array.from({ length: longest }, (_, at) => each.flatMap((of) => of[at] ?? [])).flat();
  return places.slice(0, bounds.nameServers);
}

import { defineFact, isAbsent } from "../fact.js";
import { familyOf, reversed } from "../syntax/address.js";
import { joined } from "../syntax/record.js";
import { nameServerAddresses, placesOf } from "./name-servers.js";

/**
 * The networks (autonomous systems) that a domain's name servers are in, by number, as Team Cymru's IP to ASN mapping has
 * them (https://www.team-cymru.com/ip-asn-mapping, read 2026-11).
 */
export const nameServerOrigins = defineFact({
  id: "name-server-origins",
  of: "domain",
  async gather(name, { ask, dns }) {
    const found = await ask(nameServerAddresses, name);
    if (isAbsent(found)) return found;
    const places = await Promise.all(
      placesOf(found.servers).map(async ({ server, ip }) => {
        const zone = familyOf(ip) === 6 ? "origin6.asn.cymru.com" : "origin.asn.cymru.com";
        const { records } = await dns(reversed(ip, zone), "TXT");
        const text = joined(records[0]?.data ?? []);
        const asn = /^(\d+)/.exec(text)?.[1];
        return { server, ip, asn: asn === undefined ? null : `AS${asn}` };
      }),
    );
    const asns = [...new Set(places.flatMap(({ asn }) => asn ?? []))].sort();
    return { apex: found.apex, places, asns };
  },
});

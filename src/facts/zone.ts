import { absent, defineFact, isAbsent } from "../fact.js";
import { parentOf } from "../syntax/domain-name.js";

/**
 * What DNS says at a name when asked where a zone begins, as large receivers ask to see whether a domain exists: the zone's
 * own SOA record, nothing of the kind, or no such name (RFC 1035 §3.3.13).
 */
export const start = defineFact({
  id: "start",
  of: "domain",
  async gather(name, { dns }) {
    const answer = await dns(name, "SOA");
    const aliased = answer.aliases.length > 0;
    const soa = aliased ? undefined : answer.records[0]?.data;
    return { answer, exists: aliased || answer.rcode === "NOERROR", soa: soa ?? null };
  },
});

/** The zone that a name is in, by the nearest SOA record at it or above it. */
export const zone = defineFact({
  id: "zone",
  of: "domain",
  async gather(name, { ask }) {
    for (let at: string | undefined = name; at !== undefined; at = parentOf(at)) {
      const found = await ask(start, at);
      if (isAbsent(found)) return found;
      if (at === name && !found.exists) return absent(`${name} does not exist`);
      if (found.soa) return { apex: at, soa: found.soa, answer: found.answer };
    }
    return absent(`no zone shows its start (SOA) at ${name} or above`);
  },
});

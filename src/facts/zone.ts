import { absent, defineFact, isAbsent } from "../fact.js";
import type { Answer } from "../net/net.js";
import { outcomes } from "./outcomes.js";
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

/**
 * Whether a name exists, by whatever answers for it: NXDOMAIN holds for all types (RFC 8020 §2), but servers are known
 * that deny a name for the types they do not hold. So one denial is not believed where another type is not denied.
 */
export const existence = defineFact({
  id: "existence",
  of: "domain",
  async gather(name, { ask, dns }) {
    const first = await outcomes([ask(start, name)]);
    const [found] = first.learnt;
    const by = (answer: Answer, exists: boolean): { exists: boolean; answer: Answer } => ({ exists, answer });
    if (found && !isAbsent(found) && found.exists) return by(found.answer, true);
    const { learnt, unlearnt } = await outcomes<Answer>([dns(name, "MX"), dns(name, "NS")]);
    const there = learnt.find(({ rcode, aliases }) => rcode === "NOERROR" || aliases.length > 0);
    if (there) return by(there, true);
    const missing = [...first.unlearnt, ...unlearnt][0];
    if (missing) throw missing;
    return by(learnt[0]!, false);
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

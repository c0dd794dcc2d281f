import { absent, defineFact, isAbsent } from "../../fact.js";
import type { Answer, RecordType } from "../../net/net.js";
import { mailHosts } from "../mail-hosts.js";
import { outcomes } from "../outcomes.js";
import { vouchedZone } from "./signing.js";

/** A record set with the times between which each of its signatures holds, seconds since 1970 (RFC 4034 §3.1.5). */
export interface Signed {
  name: string;
  type: string;
  signatures: { inception: number; expiration: number }[];
}

/**
 * When the signatures of the records that mail hangs on end: of a domain's keys, MX and TXT records, and of the addresses
 * and TLSA records of its mail hosts, as far as their zones are vouched for.
 */
export const signatures = defineFact({
  id: "signatures",
  of: "domain",
  async gather(name, { ask, dns, now }) {
    const own = await ask(vouchedZone, name);
    const hosts = await outcomes([ask(mailHosts, name)]);
    const of = async (zone: string, asked: string, type: RecordType): Promise<Signed | null> => {
      if (isAbsent(await ask(vouchedZone, zone))) return null;
      return signedSet(await dns(asked, type, { cd: true, dnssec: true }));
    };
    const { learnt, unlearnt } = await outcomes([
      ...(isAbsent(own) ? [] : [of(name, own.apex, "DNSKEY"), of(name, name, "MX"), of(name, name, "TXT")]),
      ...hosts.learnt
        .flatMap((found) => (isAbsent(found) ? [] : found))
        .flatMap((host) => [of(host, host, "A"), of(host, host, "AAAA"), of(host, `_25._tcp.${host}`, "TLSA")]),
    ]);
    const sets = learnt.filter((set) => set !== null);
    const missing = [...hosts.unlearnt, ...unlearnt];
    if (missing[0] && !sets.some((set) => hasEnded(set, now() / 1_000))) throw missing[0];
    if (sets.length === 0) return isAbsent(own) ? own : absent("no signature comes with the records");
    return { sets };
  },
});

/** That is certain, whatever could not be learnt of others. */
const hasEnded = ({ signatures: of }: Signed, now: number): boolean => of.every(({ expiration }) => expiration < now);

/** Null where the set is empty, or its signatures were not passed on. */
function signedSet({ name, aliases, type, signatures: found = [] }: Answer): Signed | null {
  if (found.length === 0) return null;
  const times = found.map(({ data: { inception, expiration } }) => ({ inception, expiration }));
  return { name: aliases.at(-1) ?? name, type, signatures: times };
}

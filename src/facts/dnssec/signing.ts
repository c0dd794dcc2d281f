import { absent, defineFact, isAbsent, type Tools } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { parentOf } from "../../syntax/domain-name.js";

/** Asked so that signatures which do not hold hide nothing (RFC 4035 §3.2.2). */
const unchecked = { cd: true } as const;

/** Whether a zone begins at a name, be it validly signed or not. */
const isApex = defineFact({
  id: "is-apex",
  of: "domain",
  async gather(name, { dns }) {
    const { records, aliases } = await dns(name, "SOA", unchecked);
    return { apex: records.length > 0 && aliases.length === 0 };
  },
});

/** The zone that a name is in, with its keys and what its parent says of them (RFC 4035 §2), be they right or wrong. */
export const signing = defineFact({
  id: "signing",
  of: "domain",
  async gather(name, { ask, dns }) {
    for (let at: string | undefined = name; at !== undefined; at = parentOf(at)) {
      const cut = await ask(isApex, at);
      if (isAbsent(cut)) return cut;
      if (!cut.apex) continue;
      const [ds, keys] = await Promise.all([dns(at, "DS", unchecked), dns(at, "DNSKEY", unchecked)]);
      return {
        apex: at,
        ds: ds.records.map(({ data }) => data),
        keys: keys.records.map(({ data }) => data),
        answers: { ds, keys },
      };
    }
    return absent(`no zone shows its start (SOA) at ${name} or above`);
  },
});

/** The same for a zone that its parent vouches for, so that validators hold it to its signatures; absent for others. */
export const vouchedZone = defineFact({
  id: "vouched-zone",
  of: "domain",
  async gather(name, { ask }) {
    const found = await ask(signing, name);
    if (isAbsent(found) || found.ds.length > 0) return found;
    return absent(
      found.keys.length > 0 ? `the parent of ${found.apex} has no DS record` : `${found.apex} is not signed`,
    );
  },
});

/** The same for a zone that has keys or DS records; absent for one that has neither. */
export const signedZone = defineFact({
  id: "signed-zone",
  of: "domain",
  async gather(name, { ask }) {
    const found = await ask(signing, name);
    if (isAbsent(found) || found.ds.length + found.keys.length > 0) return found;
    return absent(`${found.apex} is not signed`);
  },
});

/** Where the chain from the root down to a name breaks off: the lowest zone that its parent does not vouch for. */
export async function gapAbove(
  name: string,
  { ask }: Pick<Tools, "ask">,
): Promise<{ apex: string; keys: number } | undefined> {
  for (let at: string | undefined = name; at !== undefined;) {
    const found = await ask(signing, at);
    if (isAbsent(found)) throw new NetError("servfail", found.reason);
    if (found.ds.length === 0) return { apex: found.apex, keys: found.keys.length };
    at = parentOf(found.apex);
  }
  return undefined;
}

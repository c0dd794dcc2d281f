import { type Absent, absent, defineFact, isAbsent } from "../fact.js";
import type { NetError } from "../net/net.js";
import { isWithin } from "../syntax/domain-name.js";
import { families } from "./addresses.js";
import { helo, heloName } from "./helo.js";
import { domainListings, type Listing, listings, type Listings, zenListings } from "./listings.js";
import { mailHosts } from "./mail-hosts.js";
import { outcomes } from "./outcomes.js";
import { reverse } from "./ptr.js";

/** A listing, and the name or address that is listed. */
export interface NamedListing extends Listing {
  entry: string;
}

/** The blocklists that hold a domain, and those that hold the names of its mail hosts. */
export const mailNameListings = defineFact({
  id: "mail-name-listings",
  of: "domain",
  async gather(name, { ask }) {
    const [own, hosts] = await Promise.all([ask(domainListings, name), outcomes([ask(mailHosts, name)])]);
    if (isAbsent(own)) return own;
    const others = hosts.learnt.flatMap((found) => (isAbsent(found) ? [] : found)).filter((at) => !isWithin(at, name));
    const { listed, unlearnt } = await searched(others, (entry) => [ask(domainListings, entry)]);
    // A mail host can only warn, so what is not known of one hides no listing that is.
    const missing = [...hosts.unlearnt, ...unlearnt][0];
    if (missing && own.listed.length + listed.length === 0) throw missing;
    return { ...own, hosts: listed };
  },
});

/** The blocklists that hold a name of a sending address: its PTR names, and the one it greets with. */
export const senderNameListings = defineFact({
  id: "sender-name-listings",
  of: "sender",
  reaches: "smtp",
  deadline: helo.deadline!,
  async gather(of, { ask }) {
    const { learnt, unlearnt: unnamed } = await outcomes([
      ask(reverse, of.ip).then((found) => (isAbsent(found) ? [] : found.names)),
      ask(heloName, of).then((found) => (isAbsent(found) ? [] : [found.name])),
    ]);
    const names = [...new Set(learnt.flat())];
    const { listed, lists, unlearnt } = await searched(names, (entry) => [ask(domainListings, entry)]);
    const missing = [...unnamed, ...unlearnt][0];
    if (missing && listed.length === 0) throw missing;
    if (names.length === 0) return absent(`${of.ip} has no name`);
    return lists.length > 0 ? { names, lists, listed } : absent("no blocklist that is asked holds names");
  },
});

/** The blocklists that hold an address of a domain's own name or of its mail hosts, which need not send anything. */
export const hostListings = defineFact({
  id: "host-listings",
  of: "domain",
  async gather(name, { ask }) {
    const hosts = await outcomes([ask(mailHosts, name)]);
    const names = [name, ...hosts.learnt.flatMap((found) => (isAbsent(found) ? [] : found))];
    const found = await outcomes([...new Set(names)].flatMap((host) => families.map((family) => ask(family, host))));
    const addresses = [...new Set(found.learnt.flatMap((at) => (isAbsent(at) ? [] : at.addresses)))];
    const asking = (ip: string): Promise<Listings | Absent>[] => [ask(zenListings, ip), ask(listings, ip)];
    const { listed, lists, unlearnt } = await searched(addresses, asking);
    const missing = [...hosts.unlearnt, ...found.unlearnt, ...unlearnt][0];
    if (missing && listed.length === 0) throw missing;
    if (addresses.length === 0) return absent(`neither ${name} nor a mail host of it has an address`);
    return lists.length > 0 ? { addresses, lists, listed } : absent("no blocklist that is asked holds addresses");
  },
});

/** Looks several entries up, and tells apart what could not be. */
async function searched(
  entries: readonly string[],
  ask: (entry: string) => readonly Promise<Listings | Absent>[],
): Promise<{ listed: NamedListing[]; lists: string[]; unlearnt: NetError[] }> {
  const each = await Promise.all(entries.map(async (entry) => ({ entry, ...(await outcomes(ask(entry))) })));
  const found = each.flatMap(({ entry, learnt }) =>
    learnt.flatMap((one) => (isAbsent(one) ? [] : [{ entry, ...one }])),
  );
  return {
    listed: found.flatMap(({ entry, listed }) => listed.map((one) => ({ entry, ...one }))),
    lists: [...new Set(found.flatMap(({ lists }) => lists))],
    unlearnt: each.flatMap(({ unlearnt }) => unlearnt),
  };
}

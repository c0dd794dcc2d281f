import { bounds } from "../bounds.js";
import { isWithin } from "../syntax/domain-name.js";
import { Networks } from "../syntax/networks.js";
import { joined } from "../syntax/record.js";
import { isMechanism, isSpf, type Mechanism, parseSpf } from "../syntax/spf.js";
import { exchangesAt, knownAt, spfAt } from "./lookup.js";
import type { Zone, ZoneRecord } from "./record.js";

/** Whom an SPF record lets send, as far as its zone itself tells. */
export interface Reach {
  networks: Networks;
  /** Terms that lead out of the zone, or hang on the message: who is behind them the zone does not tell. */
  outside: string[];
  /** The records that make it up, the domain's own first. */
  records: ZoneRecord<"TXT">[];
  /** Record sets of the zone that its terms take addresses from. */
  sets: { name: string; type: "A" | "AAAA" | "MX" }[];
}

/** What a domain without SPF record lets send. */
export const nobody: Reach = { networks: Networks.none, outside: [], records: [], sets: [] };

/** Follows the SPF record of a name within its zone; undefined where there is none. Throws a NetError where the zone does not tell. */
export function spfReach(zone: Zone, name: string): Reach | undefined {
  const reach: Reach = { ...nobody, outside: [], records: [], sets: [] };
  return follow(zone, name, reach, new Set()) ? reach : undefined;
}

function follow(zone: Zone, name: string, reach: Reach, seen: Set<string>): boolean {
  if (seen.has(name)) return true; // Its senders are counted.
  if (seen.size >= bounds.spf.counted) return false;
  const record = spfAt(zone, name);
  if (!record) return false;
  seen.add(name);
  reach.records.push(record);
  let redirect: string | undefined;
  for (const term of parseSpf(joined(record.data)).terms) {
    if (!isMechanism(term)) {
      if (term.kind === "redirect") redirect = term.text;
      continue;
    }
    if (term.kind === "all") {
      if (term.qualifier === "+") reach.networks = Networks.all;
      return true; // RFC 7208 §5.1
    }
    if (term.qualifier === "+") take(zone, name, term, reach, seen);
  }
  if (redirect !== undefined && !lead(zone, redirect.slice("redirect=".length), reach, seen))
    reach.outside.push(redirect);
  return true;
}

function take(zone: Zone, name: string, term: Mechanism, reach: Reach, seen: Set<string>): void {
  const add = (address: string, prefix?: number): void => {
    reach.networks = reach.networks.or(Networks.of(address, prefix));
  };
  const addHost = (host: string, v4?: number, v6?: number): void => {
    const [four, six] = isWithin(host, zone.origin) ? [knownAt(zone, host, "A"), knownAt(zone, host, "AAAA")] : [];
    if (!four || !six) return void reach.outside.push(`${plain} (${host})`);
    reach.sets.push({ name: host, type: "A" }, { name: host, type: "AAAA" });
    for (const { data } of four) add(data, v4);
    for (const { data } of six) add(data, v6);
  };
  const plain = term.text.replace(/^\+/, "").toLowerCase();
  const target = /^[+]?\w+(?::([^/]+))?/.exec(term.text)?.[1]?.toLowerCase().replace(/\.$/, "");
  if (target?.includes("%")) return void reach.outside.push(plain);
  switch (term.kind) {
    case "ip4":
    case "ip6":
      return add(term.network, term.prefix);
    case "a":
      return addHost(target ?? name, term.prefix4, term.prefix6);
    case "mx": {
      const domain = target ?? name;
      if (!isWithin(domain, zone.origin) || !knownAt(zone, domain, "MX")) return void reach.outside.push(plain);
      reach.sets.push({ name: domain, type: "MX" });
      for (const host of exchangesAt(zone, domain)) addHost(host, term.prefix4, term.prefix6);
      return;
    }
    case "include":
      if (!lead(zone, target ?? "", reach, seen)) reach.outside.push(plain);
      return;
    default:
      reach.outside.push(plain);
  }
}

/** Goes on at a name of the zone; false where it is none, or nothing can be followed there. */
const lead = (zone: Zone, name: string, reach: Reach, seen: Set<string>): boolean =>
  isWithin(name, zone.origin) &&
  knownAt(zone, name, "TXT") !== undefined &&
  follow(zone, name.toLowerCase(), reach, seen);

/** Names of the zone that SPF records lead to by `include:` and `redirect=`, with the records that do. */
export function spfChildren(zone: Zone): Map<string, ZoneRecord<"TXT">[]> {
  const found = new Map<string, ZoneRecord<"TXT">[]>();
  for (const record of zone.records) {
    if (record.type !== "TXT") continue;
    const text = joined(record.data as string[]);
    if (!isSpf(text)) continue;
    for (const { kind, text: term } of parseSpf(text).terms) {
      if (kind !== "include" && kind !== "redirect") continue;
      const to = term
        .slice(term.search(/[:=]/) + 1)
        .toLowerCase()
        .replace(/\.$/, "");
      if (!isWithin(to, zone.origin)) continue;
      found.set(to, [...(found.get(to) ?? []), record as ZoneRecord<"TXT">]);
    }
  }
  return found;
}

import { bounds } from "../bounds.js";
import { NetError, type RecordType } from "../net/net.js";
import { notShown, ZoneNames } from "../net/zone-names.js";
import { isWithin, parentOf } from "../syntax/domain-name.js";
import { joined } from "../syntax/record.js";
import { isSpf } from "../syntax/spf.js";
import { overlaid } from "./overlaid.js";
import type { Zone, ZoneRecord } from "./record.js";

const named = new WeakMap<Zone, ZoneNames>();

function namesOf(zone: Zone): ZoneNames {
  let names = named.get(zone);
  if (!names) named.set(zone, (names = new ZoneNames(overlaid(zone))));
  return names;
}

/** The records of a name and type that a zone shows at the name itself. */
export const setAt = <T extends RecordType>(zone: Zone, name: string, type: T): ZoneRecord<T>[] =>
  namesOf(zone).held(name, type) as ZoneRecord<T>[];

/** Others answer for a name of the zone: a delegation or an alias leads to them, so that the zone does not tell what. */
export class Elsewhere extends NetError {
  static override [Symbol.hasInstance](value: unknown): value is Elsewhere {
    return value instanceof NetError && "by" in value;
  }
  readonly asked: { name: string; type: RecordType };
  /** The name that it leads to. */
  readonly by: string;
  constructor(name: string, type: RecordType, by: string, why: string) {
    const { code, message, because } = notShown(`${name} ${type}`, why);
    super(code, message, { because: because! });
    this.asked = { name, type };
    this.by = by;
  }
}

/**
 * What the zone's servers answer of a name, wildcards and aliases within the zone followed; nothing where there is none, or
 * where a part of a zone shows none. Throws a NetError where the zone does not tell: the value is not shown, or it is
 * elsewhere.
 */
export function answersAt<T extends RecordType>(zone: Zone, name: string, type: T): ZoneRecord<T>[] {
  const names = namesOf(zone);
  let at = name;
  for (let step = 0; step <= bounds.dns.aliases; step++) {
    const cut = names.handsOn(at, type);
    if (cut !== undefined) throw new Elsewhere(name, type, cut, `other servers answer for ${cut}`);
    const found = names.find(at, type);
    if (found?.alias === undefined) return (found?.records ?? []) as ZoneRecord<T>[];
    if (!isWithin(found.alias, zone.origin))
      throw new Elsewhere(name, type, found.alias, `it is an alias for ${found.alias}`);
    at = found.alias;
  }
  return [];
}

/** Whether anything is answered of a name, whatever it is. Throws a NetError where the zone does not tell. */
export const isThere = (zone: Zone, name: string, type: RecordType): boolean =>
  (zone.unknown ?? []).some((one) => one.name === name && one.type === type && one.why !== "refused") ||
  answersAt(zone, name, type).length > 0;

/** What is answered of a name, or undefined where the zone does not tell. */
export function knownAt<T extends RecordType>(zone: Zone, name: string, type: T): ZoneRecord<T>[] | undefined {
  try {
    return answersAt(zone, name, type);
  } catch (error) {
    if (error instanceof NetError) return undefined;
    throw error;
  }
}

/** The SPF record of a name; a second one is nobody's record, and other checks say so (RFC 7208 §4.5). */
export const spfAt = (zone: Zone, name: string): ZoneRecord<"TXT"> | undefined =>
  answersAt(zone, name, "TXT").find(({ data }) => isSpf(joined(data)));

/** Seconds that a set is kept by resolvers, at most. */
export const ttlOf = (records: readonly ZoneRecord[]): number => Math.max(0, ...records.map(({ ttl }) => ttl));

/** Seconds that the absence of a record is kept: the smaller of the SOA record's TTL and its last number (RFC 2308 §5). */
export function negativeTtl({ records }: Zone): number | undefined {
  const soa = records.find((record): record is ZoneRecord<"SOA"> => record.type === "SOA");
  return soa && Math.min(soa.ttl, soa.data.minimum);
}

/** The hosts that the MX records of a name send mail to; a null MX names none (RFC 7505 §3). */
export const exchangesAt = (zone: Zone, name: string): string[] =>
  answersAt(zone, name, "MX").flatMap(({ data: { exchange } }) => (exchange === "." ? [] : [exchange.toLowerCase()]));

/** Every name that exists in a zone, those between included (RFC 4592 §2.2.2). */
export function existing({ origin, records, unread, unknown = [] }: Zone): Set<string> {
  const names = new Set<string>();
  const owners = [...records, ...unread, ...unknown].flatMap(({ name }) => (name === undefined ? [] : [name]));
  for (const owner of owners)
    for (
      let at: string | undefined = owner;
      at !== undefined && !names.has(at) && isWithin(at, origin);
      at = parentOf(at)
    )
      names.add(at);
  return names;
}

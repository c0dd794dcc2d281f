import type { Records } from "../finding.js";
import type { RecordType } from "../net/net.js";
import { isWithin, parentOf } from "../syntax/domain-name.js";
import { writeRdata } from "../syntax/rdata.js";
import { joined, type RecordData } from "../syntax/record.js";
import { isSpf } from "../syntax/spf.js";
import type { Zone, ZoneRecord } from "./record.js";

/** A zone before a change and after it; where there is none, one without records. */
export interface Sides {
  before: Zone;
  after: Zone;
}

const indexes = new WeakMap<Zone, Map<string, ZoneRecord[]>>();

function indexOf(zone: Zone): Map<string, ZoneRecord[]> {
  let index = indexes.get(zone);
  if (index) return index;
  index = new Map();
  for (const record of zone.records) {
    const key = `${record.name} ${record.type}`;
    const known = index.get(key);
    if (known) known.push(record);
    else index.set(key, [record]);
  }
  indexes.set(zone, index);
  return index;
}

/** The records of a name and type that a zone shows. */
export const setAt = <T extends RecordType>(zone: Zone, name: string, type: T): ZoneRecord<T>[] =>
  (indexOf(zone).get(`${name} ${type}`) ?? []) as ZoneRecord<T>[];

/** The SPF record at a name; a second one is nobody's record, and other checks say so (RFC 7208 §4.5). */
export const spfAt = (zone: Zone, name: string): ZoneRecord<"TXT"> | undefined =>
  setAt(zone, name, "TXT").find(({ data }) => isSpf(joined(data)));

/** Whether something stands at a name that the zone does not show: then nobody knows what is there of the type. */
export const isHidden = ({ unknown = [] }: Zone, name: string, type: RecordType): boolean =>
  unknown.some((one) => (one.name ?? name) === name && (one.type ?? type) === type);

/** Seconds that a set is kept by resolvers, at most. */
export const ttlOf = (records: readonly ZoneRecord[]): number => Math.max(0, ...records.map(({ ttl }) => ttl));

/** Seconds that the absence of a record is kept: the smaller of the SOA record's TTL and its last number (RFC 2308 §5). */
export function negativeTtl({ records }: Zone): number | undefined {
  const soa = records.find((record): record is ZoneRecord<"SOA"> => record.type === "SOA");
  return soa && Math.min(soa.ttl, soa.data.minimum);
}

/** Whether a set that was shown is there no longer. */
export const isGone = ({ before, after }: Sides, name: string, type: RecordType): boolean =>
  setAt(before, name, type).length > 0 &&
  setAt(after, name, type).length === 0 &&
  setAt(after, name, "CNAME").length === 0 &&
  !isHidden(after, name, type);

/** Whether the data of a set is not what it was; its TTL aside. */
export function differs(sides: Sides, name: string, type: RecordType): boolean {
  if (isHidden(sides.before, name, type) || isHidden(sides.after, name, type)) return false;
  const [was, is] = [sides.before, sides.after].map((zone) =>
    setAt(zone, name, type)
      .map((record) => writeRdata(type, record.data as RecordData[RecordType]))
      .sort()
      .join("\n"),
  );
  return was !== is;
}

/** The hosts that the MX records of a name send mail to; a null MX names none (RFC 7505 §3). */
export const exchangesAt = (zone: Zone, name: string): string[] =>
  setAt(zone, name, "MX").flatMap(({ data: { exchange } }) => (exchange === "." ? [] : [exchange.toLowerCase()]));

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

/** Records of a zone as evidence, with their places; without any, that there are none. */
export const shown = (
  name: string,
  type: RecordType,
  records: readonly ZoneRecord[],
  server = "proposed",
): Records => ({
  kind: "records",
  name,
  type,
  rcode: "NOERROR",
  server,
  ad: false,
  records: records.map(({ name, type, ttl, data, file, line, column }) => ({
    name,
    type,
    ttl,
    text: writeRdata(type, data),
    file,
    line,
    column,
  })),
});

/** Both sides of a set: what it was, and what it will be or that it will not be. */
export const shownBoth = ({ before, after }: Sides, name: string, type: RecordType): Records[] => [
  shown(name, type, setAt(after, name, type)),
  shown(name, type, setAt(before, name, type), "before the change"),
];

/** The two sides of a zone, one that is missing as one without records. */
export function sidesOf({ before, after }: { before: Zone | null; after: Zone | null }): Sides {
  const origin = (after ?? before)!.origin;
  const none: Zone = { origin, completeness: "zone", records: [], unread: [], notes: [] };
  return { before: before ?? none, after: after ?? none };
}

import type { Difference, ZoneDifference } from "../change.js";
import type { RecordType } from "../net/net.js";
import { writeRdata } from "../syntax/rdata.js";
import type { Zone, ZoneRecord } from "../zones/record.js";
import type { Pair } from "./pair.js";

/** Types that a server makes by itself. */
const made: ReadonlySet<RecordType> = new Set([
  "RRSIG",
  "NSEC",
  "NSEC3",
  "NSEC3PARAM",
  "DNSKEY",
  "CDS",
  "CDNSKEY",
  "SOA",
]);

/** What differs between zones before a change and after it, in the order of the names. */
export function differencesOf({ before, after }: Pick<Pair, "before" | "after">): ZoneDifference[] {
  return after.map((zone) => {
    const was = before.find(({ origin, view }) => origin === zone.origin && view === zone.view);
    return { origin: zone.origin, ...(was && { differences: between(was, zone) }) };
  });
}

function between(before: Zone, after: Zone): Difference[] {
  const sides = [setsOf(before), setsOf(after)] as const;
  const keys = [...new Set([...sides[0].keys(), ...sides[1].keys()])].sort();
  return keys.flatMap((key): Difference[] => {
    const [old = [], now = []] = sides.map((side) => side.get(key));
    const [was, is] = [old, now].map((records) => new Set(records.map(textOf)));
    const removed = [...was!].filter((text) => !is!.has(text));
    const added = [...is!].filter((text) => !was!.has(text));
    const [oldTtl, newTtl] = [old[0]?.ttl, now[0]?.ttl];
    const moved = old.length > 0 && now.length > 0 && oldTtl !== newTtl;
    if (removed.length + added.length === 0 && !moved) return [];
    const place = now.find((record) => added.includes(textOf(record))) ?? now[0] ?? old[0]!;
    const { name, type, file, line } = place;
    return [
      {
        name,
        type,
        removed,
        added,
        kept: [...is!].filter((text) => was!.has(text)).length,
        ttl: { ...(oldTtl !== undefined && { before: oldTtl }), ...(newTtl !== undefined && { after: newTtl }) },
        ...(now.length > 0 && { file, line }),
      },
    ];
  });
}

function setsOf({ records }: Zone): Map<string, ZoneRecord[]> {
  const sets = new Map<string, ZoneRecord[]>();
  for (const record of records) {
    if (made.has(record.type)) continue;
    const key = `${record.name} ${record.type}`;
    const known = sets.get(key);
    if (known) known.push(record);
    else sets.set(key, [record]);
  }
  return sets;
}

const textOf = ({ type, data }: ZoneRecord): string => writeRdata(type, data);

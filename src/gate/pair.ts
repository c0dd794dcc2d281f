import { type Net, NetError, type RecordType, type ResourceRecord } from "../net/net.js";
import type { UnknownRecord, Zone, ZoneRecord } from "../zones/record.js";
import type { Gone } from "./side.js";
import { mailNames } from "../zones/mail-names.js";

/** Zones as they were and as they will be. What was there and is taken away is in `gone`, though no zone is whole. */
export interface Pair {
  before: Zone[];
  after: Zone[];
  gone: Gone;
  /** What they are compared with, in words. */
  base?: string;
}

/**
 * Where the zones as they were come from: other sources, or DNS as it is now. `same`: the sources that are proposed, as
 * they were, so that they show as much of a zone.
 */
export type Base = { zones: readonly Zone[]; called: string; same?: true } | "live" | "nothing";

/** Puts zones that are proposed beside what they were. A plan says so itself, whatever the base. */
export async function pairOf(proposed: readonly Zone[], base: Base, net: Net): Promise<Pair> {
  const before = await Promise.all(proposed.map((zone) => beforeOf(zone, base, net)));
  const found = before.filter((zone) => zone !== undefined);
  const after = proposed.map((zone, at) => laidOver(before[at], zone));
  const called = proposed.every(({ changes }) => changes)
    ? "the plan"
    : base === "live"
      ? "live DNS"
      : base === "nothing"
        ? undefined
        : base.called;
  return {
    before: found,
    after,
    gone: goneOf(found, after),
    ...(called !== undefined && { base: called }),
  };
}

async function beforeOf(zone: Zone, base: Base, net: Net): Promise<Zone | undefined> {
  if (zone.changes) return undone(zone);
  if (base === "nothing") return undefined;
  if (base === "live") return liveZone(zone, net);
  // A zone that is new there is compared with what is live.
  const was = base.zones.find(({ origin, view }) => origin === zone.origin && view === zone.view);
  if (!was) return liveZone(zone, net);
  return base.same ? { ...was, completeness: zone.completeness } : was;
}

/** A part of a zone that is proposed, with all else that the whole zone had; what is no part of one stays as it is. */
function laidOver(before: Zone | undefined, after: Zone): Zone {
  if (before?.completeness !== "zone" || after.completeness !== "partial" || after.changes) return after;
  const unknown = after.unknown ?? [];
  const named = new Set([...after.records, ...after.unread, ...unknown].map(({ name, type }) => `${name} ${type}`));
  const stays = ({ name, type }: { name?: string; type?: RecordType }): boolean => !named.has(`${name} ${type}`);
  return {
    ...after,
    completeness: "zone",
    records: [...before.records.filter(stays), ...after.records],
    unread: [...before.unread.filter(stays), ...after.unread],
    unknown: [...(before.unknown ?? []).filter(stays), ...unknown],
  };
}

/** A plan's zone with its steps undone. */
function undone(zone: Zone): Zone {
  const { changes = [], unknown = [], ...rest } = zone;
  const made = new Set(changes.flatMap(({ after }) => after.map(keyOf)));
  const hidden = new Set(changes.flatMap((change) => (change.unknown?.after ?? []).map(obscureKey)));
  return {
    ...rest,
    records: [...zone.records.filter((one) => !made.has(keyOf(one))), ...changes.flatMap(({ before }) => before)],
    unknown: [
      ...unknown.filter((one) => !hidden.has(obscureKey(one))),
      ...changes.flatMap((change) => change.unknown?.before ?? []),
    ],
  };
}

const keyOf = ({ name, type, data, file, line, address }: ZoneRecord): string =>
  JSON.stringify([name, type, data, file, line, address]);
const obscureKey = ({ name, type, why, file, line, address }: UnknownRecord): string =>
  JSON.stringify([name, type, why, file, line, address]);

/**
 * What is live of a zone that is proposed: the names of its mail, and what the proposal names. Of a part of a zone only
 * what that part names, since nothing else is its to change.
 */
async function liveZone({ origin, completeness, records, view }: Zone, net: Net): Promise<Zone> {
  const asked = new Map<string, [string, RecordType]>();
  const ask = (name: string, type: RecordType): void => void asked.set(`${name} ${type}`, [name, type]);
  for (const { name, type } of records) ask(name, type);
  if (completeness === "zone") for (const [name, type] of mailNames(origin, records)) ask(name, type);
  const found: ZoneRecord[] = [];
  const unknown: UnknownRecord[] = [];
  const lifetime = await lifetimesOf(origin, net);
  await Promise.all(
    [...asked.values()].slice(0, most).map(async ([name, type]) => {
      const place = { file: "live DNS", line: 1, column: 1 };
      try {
        const answer = await net.dns(name, type);
        if (answer.aliases.length > 0) {
          if (type !== "CNAME") found.push({ ...place, name, type: "CNAME", ttl: 0, data: answer.aliases[0]! });
          return;
        }
        const ttl = (await lifetime(name, type)) ?? 0;
        for (const record of answer.records as ResourceRecord[])
          found.push({ ...record, ...place, name, ttl: Math.max(ttl, record.ttl) });
      } catch (error) {
        if (!(error instanceof NetError)) throw error;
        unknown.push({ ...place, name, type, why: "computed", fault: `live DNS does not tell: ${error.message}` });
      }
    }),
  );
  const unique = [...new Map(found.map((one) => [JSON.stringify([one.name, one.type, one.data]), one])).values()];
  const sorted = unique.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return {
    origin,
    ...(view !== undefined && { view }),
    completeness: "live",
    records: sorted,
    unread: [],
    notes: [],
    unknown,
  };
}

/**
 * Says how many seconds a set may be kept, by a server of the zone itself: from a resolver comes what is left of them.
 * Undefined where no server says it.
 */
async function lifetimesOf(
  origin: string,
  net: Net,
): Promise<(name: string, type: RecordType) => Promise<number | undefined>> {
  const quiet = async <T extends RecordType>(name: string, type: T, server?: string): Promise<ResourceRecord<T>[]> => {
    try {
      return (await net.dns(name, type, server === undefined ? {} : { server })).records;
    } catch (error) {
      if (error instanceof NetError) return [];
      throw error;
    }
  };
  const [first] = (await quiet(origin, "NS")).toSorted((a, b) => (a.data < b.data ? -1 : 1));
  const [address] = first ? await quiet(first.data, "A") : [];
  return async (name, type) =>
    address && (await quiet(name, type, address.data)).reduce((most, { ttl }) => Math.max(most, ttl), 0);
}

/** Names and types of a zone that are asked for live, at most. */
const most = 2_000;

/** What the part of a zone that is known had and will not have. */
function goneOf(before: readonly Zone[], after: readonly Zone[]): Gone {
  return after.flatMap((zone) => {
    if (zone.completeness === "zone") return [];
    const was = before.find(({ origin, view }) => origin === zone.origin && view === zone.view);
    if (!was) return [];
    const stays = new Set([...zone.records, ...(zone.unknown ?? [])].map(({ name, type }) => `${name} ${type}`));
    return was.records
      .filter(({ name, type }) => !stays.has(`${name} ${type}`))
      .map(({ name, type }) => ({ name, type }));
  });
}

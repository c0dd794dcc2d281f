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

/** Where the zones as they were come from: other sources, or DNS as it is now. */
export type Base = { zones: readonly Zone[]; called: string } | "live" | "nothing";

/** Puts zones that are proposed beside what they were. A plan says so itself, whatever the base. */
export async function pairOf(proposed: readonly Zone[], base: Base, net: Net): Promise<Pair> {
  const before = await Promise.all(proposed.map((zone) => beforeOf(zone, base, net)));
  const found = before.filter((zone) => zone !== undefined);
  const called = proposed.every(({ changes }) => changes)
    ? "the plan"
    : base === "live"
      ? "live DNS"
      : base === "nothing"
        ? undefined
        : base.called;
  return {
    before: found,
    after: [...proposed],
    gone: goneOf(found, proposed),
    ...(called !== undefined && { base: called }),
  };
}

async function beforeOf(zone: Zone, base: Base, net: Net): Promise<Zone | undefined> {
  if (zone.changes) return undone(zone);
  if (base === "nothing") return undefined;
  if (base === "live") return liveZone(zone, net);
  // A zone that is new there is compared with what is live.
  return base.zones.find(({ origin, view }) => origin === zone.origin && view === zone.view) ?? liveZone(zone, net);
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
  await Promise.all(
    [...asked.values()].slice(0, most).map(async ([name, type]) => {
      const place = { file: "live DNS", line: 1, column: 1 };
      if (name.startsWith("*.")) return;
      try {
        const answer = await net.dns(name, type);
        if (answer.aliases.length > 0) {
          if (type !== "CNAME") found.push({ ...place, name, type: "CNAME", ttl: 0, data: answer.aliases[0]! });
          return;
        }
        for (const record of answer.records as ResourceRecord[]) found.push({ ...record, ...place, name });
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

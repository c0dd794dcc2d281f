import { bounds } from "../bounds.js";
import { isWithin } from "../syntax/domain-name.js";
import { problemsIn } from "../usage.js";
import { besideAlias } from "./loaded.js";
import type { Provider } from "./providers.js";
import { emptySide, type Side } from "./record-set.js";
import type { Change, Completeness, Note, Place, Zone, ZoneRecord } from "./record.js";

/** Zones as they are put together from record sets that a file lists in any order. */
export class Proposal {
  readonly #zones = new Map<string, Draft>();
  readonly #file: string;
  readonly #completeness: Completeness;
  #records = 0;

  constructor(file: string, completeness: Completeness) {
    this.#file = file;
    this.#completeness = completeness;
  }

  /** The zone of an apex; the root for records of which the zone is not known. */
  zone(origin: string, provider?: Provider): Draft {
    let draft = this.#zones.get(origin);
    if (!draft) this.#zones.set(origin, (draft = new Draft(origin, this.#completeness)));
    if (provider && provider.id !== "other") draft.provider ??= provider;
    return draft;
  }

  /** Counts records against the bound. */
  count(records: number): void {
    this.#records += records;
    if (this.#records > bounds.zones.records)
      throw problemsIn([{ file: this.#file, text: `more than ${bounds.zones.records} records`, hint: "split it" }]);
  }

  /** Tells something of all zones that there are. */
  noteAll(note: Note): void {
    for (const draft of this.#zones.values()) draft.note(note);
  }

  /** The zones; a file that has none is refused, with what it should hold. */
  zones(what: string): Zone[] {
    if (this.#zones.size === 0)
      throw problemsIn([{ file: this.#file, text: `no ${what} in it`, hint: "is this the file you meant?" }]);
    return [...this.#zones.values()].map((draft) => draft.zone());
  }
}

/** One zone of a proposal. */
export class Draft {
  provider: Provider | undefined;
  hosted: Change["action"] | undefined;
  /** Less is known of it than of the others. */
  completeness: Completeness;
  readonly #origin: string;
  readonly #side = emptySide();
  readonly #changes: Change[] = [];

  constructor(origin: string, completeness: Completeness) {
    this.#origin = origin;
    this.completeness = completeness;
  }

  /** What there is, or will be. */
  add({ records, unknown, unread, notes }: Side): void {
    for (const record of records) if (this.#holds(record.name, record)) this.#side.records.push(record);
    for (const one of unknown) if (one.name === undefined || this.#holds(one.name, one)) this.#side.unknown.push(one);
    for (const one of unread) if (this.#holds(one.name, one)) this.#side.unread.push(one);
    for (const note of notes) this.note(note);
  }

  change(how: Pick<Change, "action" | "whole" | "order" | "moved">, before: Side, after: Side, place: Place): void {
    const some = before.unknown.length + after.unknown.length > 0;
    const unknown = { before: before.unknown, after: after.unknown };
    const sides = { before: before.records, after: after.records, ...(some && { unknown }) };
    this.#changes.push({ ...how, ...place, ...sides });
  }

  note({ file, line, column, address, text }: Note): void {
    const { notes } = this.#side;
    if (notes.length < bounds.zones.notes)
      notes.push({ file, line, column, ...(address !== undefined && { address }), text });
  }

  zone(): Zone {
    const { unread, notes } = this.#side;
    const { records, unknown } = settled(this.#side, this.#origin, this.provider);
    return {
      origin: this.#origin,
      completeness: this.completeness,
      records,
      unread,
      notes,
      ...(unknown.length > 0 && { unknown }),
      ...(this.#changes.length > 0 && { changes: this.#changes }),
      ...(this.hosted && { hosted: this.hosted }),
      ...(this.provider && { provider: this.provider.id }),
    };
  }

  #holds(name: string, place: Place): boolean {
    if (this.#origin === "." || isWithin(name, this.#origin)) return true;
    this.note({ ...place, text: `${name} is outside ${this.#origin}; it is left out` });
    return false;
  }
}

/** The records that everybody is answered, and all else. */
function settled(side: Side, origin: string, provider: Provider | undefined): Pick<Side, "records" | "unknown"> {
  const records: ZoneRecord[] = [];
  const unknown = [...side.unknown];
  for (const [name, types] of byNameAndType(side.records))
    for (const [type, set] of types) {
      const { file, line, column, address, ttl } = set[0]!;
      const place = { file, line, column, ...(address !== undefined && { address }) };
      const other = type === "CNAME" ? [...types.keys()].find((key) => !besideAlias.has(key)) : undefined;
      if (type === "CNAME" && name === origin && provider?.flattens) {
        const alias = (set[0] as ZoneRecord<"CNAME">).data;
        for (const address of ["A", "AAAA"] as const)
          unknown.push({ ...place, name, type: address, ttl, why: "alias", alias });
      } else if (other !== undefined && !provider?.flattens) {
        // RFC 1034 §3.6.2
        const fault = `${name} is an alias, and has a record of type ${other} too`;
        unknown.push({ ...place, name, type: "CNAME", ttl, why: "refused", fault });
      } else if (haveVariants(set)) unknown.push({ ...place, name, type: set[0]!.type, ttl, why: "routing" });
      else records.push(...once(set));
    }
  return { records, unknown };
}

function byNameAndType(records: readonly ZoneRecord[]): Map<string, Map<string, ZoneRecord[]>> {
  const names = new Map<string, Map<string, ZoneRecord[]>>();
  for (const record of records) {
    let types = names.get(record.name);
    if (!types) names.set(record.name, (types = new Map<string, ZoneRecord[]>()));
    const set = types.get(record.type);
    if (set) set.push(record);
    else types.set(record.type, [record]);
  }
  return names;
}

/** Whether a provider chooses among sets that are not the same. */
function haveVariants(set: readonly ZoneRecord[]): boolean {
  if (!set.some(({ routing }) => routing)) return false;
  const variants = new Map<string, Set<string>>();
  for (const { routing, data } of set) {
    const id = routing?.id ?? "";
    variants.set(id, (variants.get(id) ?? new Set<string>()).add(JSON.stringify(data)));
  }
  const written = [...variants.values()].map((data) => [...data].sort().join("\n"));
  return new Set(written).size > 1;
}

/** The same record twice is one. */
function once(set: readonly ZoneRecord[]): readonly ZoneRecord[] {
  if (set.length === 1) return set;
  const seen = new Set<string>();
  return set.filter(({ data }) => {
    const key = JSON.stringify(data);
    return !seen.has(key) && seen.add(key);
  });
}

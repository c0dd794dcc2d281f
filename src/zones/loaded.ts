import { bounds } from "../bounds.js";
import { isWithin } from "../syntax/domain-name.js";
import { type Problem, problemsIn } from "../usage.js";
import type { Written } from "./master.js";
import type { Note, Place, Zone, ZoneRecord } from "./record.js";
import type { Source } from "./source.js";

/**
 * The zone that a name server makes of a master file: what lies outside is left out, the same record twice is one, and
 * the records of a name and type have one TTL, the first that is written. Throws a UsageError for what servers refuse to
 * load. Without an SOA record it is a part of a zone.
 */
export function loaded({ origin: first, records, unread, notes }: Written, source: Source): Zone {
  const apexes = records.filter(({ type }) => type === "SOA");
  const origin = apexes[0]?.name ?? first;
  if (origin === undefined)
    throw problemsIn([{ file: source.file, text: "no record, and no $ORIGIN", hint: "is this the file you meant?" }]);
  const zone = new Loading(origin, notes);
  for (const record of records) zone.add(record);
  zone.settle();
  if (zone.problems.length > 0) throw problemsIn(zone.problems.slice(0, bounds.zones.problems));
  const completeness = apexes.length > 0 ? "zone" : "partial";
  return { origin, completeness, records: zone.records, unread: unread.filter(zone.holds), notes };
}

class Loading {
  readonly records: ZoneRecord[] = [];
  readonly problems: Problem[] = [];
  readonly #origin: string;
  readonly #below: string;
  readonly #notes: Note[];
  /** By owner, then by type. */
  readonly #sets = new Map<string, Map<string, Records>>();

  constructor(origin: string, notes: Note[]) {
    this.#origin = origin;
    this.#below = `.${origin}`;
    this.#notes = notes;
  }

  readonly holds = ({ name }: { name: string }): boolean =>
    name === this.#origin ||
    this.#origin === "." ||
    (name.endsWith(this.#below) && (!name.includes("\\") || isWithin(name, this.#origin)));

  add(record: ZoneRecord): void {
    if (!this.holds(record)) {
      this.#note(record, `${record.name} is outside ${this.#origin}; servers leave it out`);
      return;
    }
    if (record.type === "SOA" && record.name !== this.#origin)
      return this.#refuse(record, `an SOA record at ${record.name}, which is not the top of the zone ${this.#origin}`);
    let sets = this.#sets.get(record.name);
    if (!sets) this.#sets.set(record.name, (sets = new Map<string, Records>()));
    const key = record.type === "RRSIG" ? `RRSIG ${(record.data as { covered: string }).covered}` : record.type;
    const set = sets.get(key);
    if (!set) {
      sets.set(key, { first: record });
      this.records.push(record);
      return;
    }
    set.seen ??= new Set([JSON.stringify(set.first.data)]);
    const data = JSON.stringify(record.data);
    if (set.seen.has(data)) return;
    set.seen.add(data);
    const { ttl } = set.first;
    if (record.ttl !== ttl && record.type !== "RRSIG")
      this.#note(
        record,
        `a TTL of ${record.ttl} where ${from(set.first, record)} has ${ttl}; the ${record.type} records of a name have one, and servers take ${ttl}`, // RFC 2181 §5.2
      );
    this.records.push(record.ttl === ttl ? record : { ...record, ttl });
  }

  /** What can be judged when all is there. */
  settle(): void {
    for (const [name, sets] of this.#sets) {
      for (const type of ["SOA", "CNAME", "DNAME"]) {
        const set = sets.get(type);
        if (set?.seen && set.seen.size > 1)
          this.#refuse(set.first, `${set.seen.size} ${type} records at ${name}; there can be one`);
      }
      const alias = sets.get("CNAME")?.first;
      if (!alias) continue;
      const other = [...sets.values()].find(({ first }) => !besideAlias.has(first.type))?.first;
      // RFC 1034 §3.6.2
      if (other)
        this.#refuse(
          alias,
          `${name} is an alias, and has a record of type ${other.type} in ${from(other, alias)} too`,
          "remove one of them: servers do not load such a zone",
        );
    }
  }

  #refuse({ file, line, column }: Place, text: string, hint?: string): void {
    this.problems.push({ file, line, column, text, ...(hint && { hint }) });
  }

  #note({ file, line, column }: Place, text: string): void {
    if (this.#notes.length < bounds.zones.notes) this.#notes.push({ file, line, column, text });
  }
}

/** Where a record is, seen from another one. */
const from = ({ file, line }: Place, other: Place): string =>
  file === other.file ? `line ${line}` : `line ${line} of ${file}`;

/** The records of one name and type: the first, and the data of all once there are more. */
interface Records {
  first: ZoneRecord;
  seen?: Set<string>;
}

/** What may stand beside an alias (RFC 2181 §10.1, RFC 4034 §2.5). */
export const besideAlias: ReadonlySet<string> = new Set(["CNAME", "RRSIG", "NSEC", "KEY", "TYPE25"]);

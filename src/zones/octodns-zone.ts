import { bounds } from "../bounds.js";
import { type Problem, problemsIn } from "../usage.js";
import { providersOwn } from "./apex.js";
import { loaded } from "./loaded.js";
import { absoluteName } from "./names.js";
import type { OctodnsConfig, ZoneEntry } from "./octodns-config.js";
import type { ZoneFile } from "./octodns-files.js";
import {
  asciiName,
  defaults,
  listed,
  mapIn,
  nothingSaid,
  OctodnsRecord,
  placeOf,
  type Said,
  type Settings,
  wordOf,
} from "./octodns-record.js";
import { type Dict, Fault, problemOf, readOctodnsYaml, type Value } from "./octodns-yaml.js";
import type { Place, Zone } from "./record.js";

/** A record before it is read, and whether one of its name and type may take its place. */
interface Entry {
  name: string;
  type: string;
  record: Dict;
  settings: Settings;
}

/** What octoDNS makes of the files of one zone, in the order of its sources. Throws a UsageError for what it refuses. */
export class OctodnsZone {
  readonly #origin: string;
  readonly #target: string | undefined;
  readonly #said: Said = nothingSaid();
  readonly #problems: Problem[] = [];
  readonly #entries = new Map<string, Entry>();

  constructor(origin: string, target: string | undefined) {
    this.#origin = origin;
    this.#target = target;
  }

  add({ source, provider, split }: ZoneFile): void {
    const settings = {
      ...(provider?.settings ?? defaults),
      ...(this.#target !== undefined && { target: this.#target }),
    };
    const top = readOctodnsYaml(source);
    if (split && !source.found) {
      this.#said.unsure = true;
      this.#note(top, "one file of those in the folder of its zone; the others are not looked at");
    }
    // A file in which nothing is written.
    if (top.kind === "text" && top.text === undefined) return;
    this.#attempt(() => {
      if (top.kind !== "map") throw new Fault("no names with records", top);
      for (const [label, { key, value, before }] of top.entries) {
        if (before) this.#note(key, `"${label}" stands in line ${before.line} too, and only this one counts`);
        this.#attempt(() => this.#name(label, key, value, settings, provider?.replaces ?? false));
      }
    });
  }

  /** Takes into account what a configuration says of the zone. */
  doubt(entry: ZoneEntry, config: OctodnsConfig): void {
    for (const text of config.doubts(entry)) {
      this.#said.unsure = true;
      this.#note(entry, text);
    }
    // What is built from lists stands beside the other texts at the top of the zone.
    if (config.buildsSpf(entry))
      this.#said.unknown.push({ name: this.#origin, type: "TXT", why: "computed", ...placeOf(entry) });
  }

  zone(file: string): Zone {
    for (const { name, type, record, settings } of this.#entries.values())
      this.#attempt(() => new OctodnsRecord(name, type, record, settings, this.#said).read());
    if (this.#problems.length > 0) throw problemsIn(this.#problems);
    const { records, unread, unknown, notes, unsure } = this.#said;
    const zone = loaded({ origin: this.#origin, records, unread, notes }, { file, octets: "" });
    const all = [...unknown, ...providersOwn(this.#origin, records, { file, line: 1, column: 1 })];
    return { ...zone, completeness: unsure ? "partial" : "zone", ...(all.length > 0 && { unknown: all }) };
  }

  #name(label: string, key: Place, value: Value, settings: Settings, replaces: boolean): void {
    const name = nameBelow(label, this.#origin, key);
    for (const node of listed(value))
      this.#attempt(() => {
        const record = mapIn(node, "a record");
        const word = record.entries.get("type")?.value;
        if (!word) throw new Fault("type is missing", record);
        const type = wordOf(word);
        const id = JSON.stringify([name, type]);
        const other = this.#entries.get(id)?.record;
        if (other && !replaces) {
          const where = other.file === record.file ? `line ${other.line}` : `line ${other.line} of ${other.file}`;
          throw new Fault(`${name} has a record of type ${type} in ${where} too`, record, "put the values in one list");
        }
        this.#entries.set(id, { name, type, record, settings });
      });
  }

  #attempt(read: () => void): void {
    if (this.#problems.length >= bounds.zones.problems) return;
    try {
      read();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.#problems.push(problemOf(error));
    }
  }

  #note(place: Place, text: string): void {
    if (this.#said.notes.length < bounds.zones.notes) this.#said.notes.push({ ...placeOf(place), text });
  }
}

/** The name that a key stands for; none for the top of the zone. */
export function nameBelow(label: string, origin: string, place: Place): string {
  try {
    return label === "" ? origin : absoluteName(asciiName(label), origin);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Fault(`"${label}" is no name: ${error.message}`, place);
  }
}

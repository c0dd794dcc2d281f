import { toAscii } from "../idna.js";
import { bounds } from "../bounds.js";
import { readWords } from "../syntax/rdata.js";
import type { RecordType } from "../syntax/record.js";
import { dataFault } from "./data-fault.js";
import { absoluteName } from "./names.js";
import { octodnsStrings, octodnsText } from "./octodns-text.js";
import { type Dict, Fault, type Value } from "./octodns-yaml.js";
import type { Data } from "./record-data.js";
import type { Note, Place, UnknownRecord, Unread, ZoneRecord } from "./record.js";
import { typeOf } from "./types.js";

/** What octoDNS's configuration says of the files of a provider, or what it takes without one. */
export interface Settings {
  /** Of records that have none, in seconds. */
  ttl: number;
  /** Whether a semicolon has a backslash before it; undefined where that is not said, and octoDNS wants one. */
  semicolons?: "escaped" | "plain";
  /** The provider that the records are for, where one is chosen. */
  target?: string;
}

/** What octoDNS does where nothing says otherwise. */
export const defaults: Settings = { ttl: 3_600 };

/** What is said of the names of a zone. */
export interface Said {
  records: ZoneRecord[];
  unread: Unread[];
  unknown: UnknownRecord[];
  notes: Note[];
  /** There may be more, or less. */
  unsure: boolean;
}

export const nothingSaid = (): Said => ({ records: [], unread: [], unknown: [], notes: [], unsure: false });

/** Keys of the values of a type, in the order of its record data; several names for one where an older one counts too. */
const keysOf: { [T in RecordType]?: string[][] } = {
  MX: [
    ["preference", "priority"],
    ["exchange", "value"],
  ],
  SRV: [["priority"], ["weight"], ["port"], ["target"]],
  CAA: [["flags"], ["tag"], ["value"]],
  TLSA: [["certificate_usage"], ["selector"], ["matching_type"], ["certificate_association_data"]],
  SSHFP: [["algorithm"], ["fingerprint_type"], ["fingerprint"]],
  DS: [["key_tag"], ["algorithm"], ["digest_type"], ["digest"]],
  NAPTR: [["order"], ["preference"], ["flags"], ["service"], ["regexp"], ["replacement"]],
};
const plain: ReadonlySet<string> = new Set(["A", "AAAA", "CNAME", "DNAME", "NS", "PTR"]);

/** One record of octoDNS, which is all that a name has of a type. Throws a Fault for what octoDNS refuses. */
export class OctodnsRecord {
  readonly #said: Said;
  readonly #settings: Settings;
  readonly #name: string;
  readonly #word: string;
  readonly #record: Dict;

  constructor(name: string, word: string, record: Dict, settings: Settings, said: Said) {
    this.#name = name;
    this.#word = word;
    this.#record = record;
    this.#settings = settings;
    this.#said = said;
  }

  read(): void {
    const { records, unknown } = this.#said;
    for (const [key, { key: place, before }] of this.#record.entries)
      if (before) this.#note(`"${key}" stands in line ${before.line} too, and only this one counts`, place);
    const [before, unsure] = [records.length, unknown.length];
    try {
      this.#read();
    } catch (error) {
      if (!(error instanceof Fault) || !this.#flag("lenient")) throw error;
      // octoDNS only warns of it, and what the provider makes of it nobody knows.
      records.length = before;
      unknown.length = unsure;
      const type = typeOf(this.#word)?.type;
      this.#unknown("refused", { ...(type && { type }), fault: error.message });
      this.#note(`${this.#title} is let through though octoDNS would refuse it: ${error.message}`, error.place);
    }
  }

  get #title(): string {
    return `${this.#name} ${this.#word}`;
  }

  #read(): void {
    const kind = typeOf(this.#word);
    const typed = kind ? { type: kind.type } : {};
    if (this.#flag("ignored")) {
      this.#unknown("published", typed);
      this.#note(`${this.#title} is ignored, so whatever stands there stays`);
      return;
    }
    if (!this.#isMeant()) return;
    if (!kind) {
      this.#unknownType();
      return;
    }
    if (kind.unread || (!keysOf[kind.type] && !plain.has(kind.type) && !isText(kind.type))) {
      this.#said.unread.push({ name: this.#name, type: kind.type, ...placeOf(this.#record) });
      return;
    }
    const others = this.#others();
    if (others.length > 0 && kind.type === "CNAME") {
      this.#unknown("routing");
      this.#note(`${this.#title} leads to several names, by who asks; which of them is not known`);
      return;
    }
    const values = [...listed(this.#need("values", "value")), ...others];
    const ttl = this.#ttl();
    const seen = new Set<string>();
    for (const value of values) {
      const data = this.#data(kind.type, value);
      // The same address may be in several pools.
      if (others.length > 0 && (seen.has(JSON.stringify(data)) || !seen.add(JSON.stringify(data)))) continue;
      if (this.#said.records.length >= bounds.zones.records)
        throw new Fault(`more than ${bounds.zones.records} records`, value, "split the zone");
      this.#said.records.push({ name: this.#name, type: kind.type, ...ttl, data, ...placeOf(value) } as ZoneRecord);
    }
    if (others.length > 0)
      this.#note(`${this.#title} has answers by who asks; all ${seen.size} of them are taken as given to everybody`);
  }

  /** Whether it is for the provider that is chosen; for all that can be known, where none is. */
  #isMeant(): boolean {
    const { target } = this.#settings;
    const included = this.#names("included");
    const excluded = this.#names("excluded");
    if (!included && !excluded) return true;
    if (target !== undefined) return (included?.includes(target) ?? true) && !excluded?.includes(target);
    this.#said.unsure = true;
    this.#note(`${this.#title} is not for every provider; it is taken as there, and --target chooses one`);
    return true;
  }

  #unknownType(): void {
    if (this.#word === "ALIAS") {
      const alias = this.#aliased();
      for (const type of ["A", "AAAA"] as const) this.#unknown("alias", { type, ...(alias && { alias }) });
    } else this.#unknown("proxied");
    this.#note(`${this.#name} has a record of type ${this.#word}, which is the provider's own`);
  }

  #aliased(): string | undefined {
    const value = this.#entry("value");
    if (value?.kind !== "text" || value.text === undefined) return undefined;
    try {
      return hostName(value.text);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  /** The values that it has besides: by where it is asked from, and of the pools that are chosen from. */
  #others(): Value[] {
    const found: Value[] = [];
    const geo = this.#entry("geo");
    if (geo) for (const { value } of mapIn(geo, "geo").entries.values()) found.push(...listed(value));
    const dynamic = this.#entry("dynamic");
    if (!dynamic) return found;
    const pools = mapIn(dynamic, "dynamic").entries.get("pools")?.value;
    if (!pools) throw new Fault("pools is missing", dynamic);
    for (const { value: pool } of mapIn(pools, "pools").entries.values()) {
      const values = mapIn(pool, "a pool").entries.get("values")?.value;
      if (!values) throw new Fault("values is missing", pool);
      for (const one of listed(values)) {
        const { entries } = mapIn(one, "a value of a pool");
        const status = entries.get("status")?.value;
        if (status?.kind === "text" && status.text === "down") continue;
        const value = entries.get("value")?.value;
        if (!value) throw new Fault("value is missing", one);
        found.push(value);
      }
    }
    return found;
  }

  #ttl(): { ttl: number; ttlAssumed?: true } {
    const node = this.#entry("ttl");
    if (!node) return { ttl: this.#settings.ttl, ttlAssumed: true };
    const word = wordOf(node);
    if (!/^\d{1,10}$/.test(word) || Number(word) > 0x7fff_ffff)
      throw new Fault(`"${word}" is no TTL`, node, "write seconds");
    return { ttl: Number(word) };
  }

  #data(type: RecordType, value: Value): Data {
    if (isText(type)) return this.#strings(asciiOf(value), value);
    const keys = keysOf[type];
    const parts = keys ? keys.map((names) => partOf(mapIn(value, `the value of ${type}`), names)) : [value];
    const words = parts.map((part, at) => (isWord(type, at) ? wordOf(part) : `"${escaped(octetsOf(wordOf(part)))}"`));
    const read = readWords(type, words, { name: hostName, type: (word) => word });
    const fault = read.ok ? dataFault(type, read.value) : { text: read.error, word: read.at, hint: undefined };
    if (fault) throw new Fault(fault.text, parts[fault.word ?? 0] ?? value, fault.hint);
    return (read as { value: Data }).value;
  }

  #strings(written: string, place: Place): string[] {
    const { semicolons } = this.#settings;
    if (written.includes(semicolons === "plain" ? "\\;" : "\\\\;"))
      this.#note("a semicolon with a backslash too many before it; octoDNS refuses it unless it is lenient", place);
    // It then puts a backslash before each, also before one that has some.
    if (semicolons === "plain") return octodnsStrings(written.replaceAll(";", "\\;"));
    if (octodnsText(written).split(";").length > written.split("\\;").length) {
      const version = semicolons === undefined ? " unless escaped_semicolons is false" : "";
      this.#note(`a semicolon without a backslash; octoDNS wants one${version}`, place);
    }
    return octodnsStrings(written);
  }

  /** A setting of the record in its `octodns` block. */
  #setting(key: string): Value | undefined {
    const settings = this.#entry("octodns");
    return settings?.kind === "map" ? settings.entries.get(key)?.value : undefined;
  }

  #flag(key: string): boolean {
    const value = this.#setting(key);
    return value?.kind === "text" && /^(?:true|yes|on)$/i.test(value.text ?? "");
  }

  #names(key: string): string[] | undefined {
    const value = this.#setting(key);
    return value && listed(value).map(wordOf);
  }

  #entry(key: string): Value | undefined {
    return this.#record.entries.get(key)?.value;
  }

  #need(...keys: string[]): Value {
    const found = keys.map((key) => this.#entry(key)).find((value) => value !== undefined);
    if (!found) throw new Fault(`${keys.at(-1)!} is missing`, this.#record);
    return found;
  }

  #unknown(why: UnknownRecord["why"], more: Partial<UnknownRecord> = {}): void {
    this.#said.unknown.push({ name: this.#name, why, ...more, ...placeOf(this.#record) });
  }

  #note(text: string, place: Place = this.#record): void {
    if (this.#said.notes.length < bounds.zones.notes) this.#said.notes.push({ ...placeOf(place), text });
  }
}

const isText = (type: RecordType): boolean => type === "TXT" || type === "SPF";

/** Fields that are words of a master file, all but the strings of CAA and NAPTR. */
const isWord = (type: RecordType, at: number): boolean =>
  !(type === "CAA" && at === 2) && !(type === "NAPTR" && at >= 2 && at <= 4);

/** A char for each octet, as it is sent. */
const octetsOf = (text: string): string => Buffer.from(text, "utf8").toString("latin1");

const escaped = (text: string): string => text.replace(/["\\]/g, "\\$&");

export const placeOf = ({ file, line, column }: Place): Place => ({ file, line, column });

export const listed = (value: Value): readonly Value[] => (value.kind === "list" ? value.items : [value]);

/** The text of a scalar, whatever YAML would make of it. */
export function wordOf(value: Value): string {
  if (value.kind !== "text") throw new Fault("no text", value, "write one value");
  if (value.text === undefined) throw new Fault("no value", value, "write one, or remove it");
  return value.text;
}

function asciiOf(value: Value): string {
  const text = wordOf(value);
  if (/[^\0-\x7f]/.test(text)) throw new Fault("text that is not in ASCII", value, "octoDNS refuses it"); // RFC 7208 §3.1
  return text;
}

export function mapIn(value: Value, what: string): Dict {
  if (value.kind !== "map") throw new Fault(`${what} is no map`, value, "write its keys, a line each");
  return value;
}

function partOf(map: Dict, names: readonly string[]): Value {
  const found = names.map((name) => map.entries.get(name)?.value).find((value) => value !== undefined);
  if (!found) throw new Fault(`${names[0]!} is missing`, map);
  return found;
}

function hostName(word: string): string {
  if (!word.endsWith(".")) throw new RangeError("it has no dot at its end, and octoDNS refuses it");
  return absoluteName(asciiName(word), ".");
}

/** A name whose labels may be of any script, as octoDNS sends it. */
export function asciiName(word: string): string {
  if (/^[\0-\x7f]*$/.test(word)) return word;
  const labels = word.split(".").map((label) => (/^[\0-\x7f]*$/.test(label) ? label : toAscii(label)));
  if (labels.includes(undefined)) throw new RangeError("it has letters that no name has");
  return labels.join(".");
}

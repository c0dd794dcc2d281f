import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import { bounds } from "../bounds.js";
import { readWords } from "../syntax/rdata.js";
import type { RecordData, RecordType } from "../syntax/record.js";
import { type Problem, problemsIn } from "../usage.js";
import type { Written } from "./master.js";
import { dataFault } from "./data-fault.js";
import { loaded } from "./loaded.js";
import { absoluteName } from "./names.js";
import { octodnsStrings, octodnsText } from "./octodns-text.js";
import type { Place, Zone, ZoneRecord } from "./record.js";
import type { Format, Source } from "./source.js";
import { typeOf } from "./types.js";

/**
 * A zone as octoDNS has it in one YAML file named for it. Nothing is run: what providers, processors and other sources
 * add is not seen, and a record that depends on them makes the zone a part of one.
 */
export const octodns: Format = {
  id: "octodns",
  detect: ({ file, octets }) =>
    /\.ya?ml$/.test(file) &&
    /^[\s:?-]*type:\s/m.test(octets.slice(0, 65_536)) &&
    !/^(?:apiVersion|kind|providers|zones):/m.test(octets.slice(0, 65_536)),
  read(source) {
    const reading = new Reading(source);
    const zone = reading.read();
    if (reading.problems.length > 0) throw problemsIn(reading.problems);
    return [zone!];
  },
};

/** octoDNS takes this TTL unless its configuration says another one. */
const defaultTtl = 3_600;

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

/** A fault at a node. */
class Fault extends Error {
  readonly node: Node | null;
  readonly hint: string | undefined;
  constructor(message: string, node: Node | null, hint?: string) {
    super(message);
    this.node = node;
    this.hint = hint;
  }
}

class Reading {
  readonly problems: Problem[] = [];
  readonly #file: string;
  readonly #text: string;
  readonly #lines = new LineCounter();
  readonly #origin: string;
  readonly #written: Written;
  readonly #octets: number;
  #unsure = false;

  constructor({ file, octets, origin, found }: Source) {
    this.#file = file;
    this.#octets = octets.length;
    this.#text = octets.length > bounds.zones.yaml ? "" : Buffer.from(octets, "latin1").toString("utf8");
    const own = /([^/]+\.[^/]+?)\.?\.ya?ml$/.exec(file)?.[1];
    const named = found ? (own ?? origin) : (origin ?? own);
    if (named === undefined) {
      const hint = "octoDNS names the file for the zone: example.com.yaml";
      throw problemsIn([{ file, text: "which zone it is of is not known", hint }]);
    }
    this.#origin = absoluteName(named, ".");
    this.#written = { origin: this.#origin, records: [], unread: [], notes: [] };
  }

  read(): Zone | undefined {
    if (this.#octets > bounds.zones.yaml) {
      this.problems.push({ file: this.#file, text: `more than ${bounds.zones.yaml} octets`, hint: "split the zone" });
      return undefined;
    }
    // Keys that stand twice are looked for here: the library compares each with each.
    const options = { lineCounter: this.#lines, uniqueKeys: false, schema: "failsafe", logLevel: "silent" } as const;
    const document = parseDocument(this.#text, options);
    for (const { message, pos } of document.errors.slice(0, bounds.zones.problems)) {
      const { line, col: column } = this.#lines.linePos(pos[0]);
      this.problems.push({ file: this.#file, line, column, text: message.split("\n")[0]!.replace(/ at line.*$/, "") });
    }
    if (this.problems.length > 0) return undefined;
    const top = document.contents;
    this.#attempt(() => {
      if (!isMap(top)) throw new Fault("no names with records", top);
      const seen = new Set<string>();
      for (const { key, value } of top.items) this.#attempt(() => this.#name(key as Node, value as Node | null, seen));
    });
    if (this.problems.length > 0) return undefined;
    const zone = loaded(this.#written, { file: this.#file, octets: "" });
    return { ...zone, completeness: this.#unsure ? "partial" : "zone" };
  }

  #attempt(read: () => void): void {
    if (this.problems.length >= bounds.zones.problems) return;
    try {
      read();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const { message: text, hint, node } = error;
      this.problems.push({ ...this.#place(node), text, ...(hint && { hint }) });
    }
  }

  #place(node: Node | null): Place {
    const { line, col: column } = this.#lines.linePos(node?.range?.[0] ?? 0);
    return { file: this.#file, line, column };
  }

  #name(key: Node, value: Node | null, seen: Set<string>): void {
    const label = this.#word(key);
    if (label === "<<") throw included(key);
    if (seen.has(label)) throw new Fault(`"${label}" stands twice`, key, "put the records of a name in one list");
    seen.add(label);
    let name: string;
    try {
      name = absoluteName(label === "" ? "@" : label, this.#origin);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new Fault(`"${label}" is no name: ${error.message}`, key);
    }
    for (const record of isSeq(value) ? (value.items as Node[]) : [value])
      this.#attempt(() => this.#record(name, record));
  }

  #record(name: string, node: Node | null): void {
    const record = this.#map(node, "a record");
    const word = this.#word(this.#need(record, ["type"]));
    const settings = at(record, "octodns");
    if (isMap(settings)) {
      const ignored = at(settings, "ignored");
      if (ignored && this.#word(ignored) === "true")
        return this.#note(node, `${name} ${word} is ignored, so whatever stands there stays`);
      for (const key of ["included", "excluded"])
        if (at(settings, key)) this.#note(node, `${name} ${word} is not for every provider; it is taken as there`);
    }
    for (const key of ["dynamic", "geo"])
      if (at(record, key)) this.#note(node, `${name} ${word} has other answers too (${key}), which are not looked at`);
    const kind = typeOf(word);
    if (!kind || kind.unread || (!keysOf[kind.type] && !plain.has(kind.type) && !isText(kind.type))) {
      if (kind) this.#written.unread.push({ name, type: kind.type, ...this.#place(node) });
      else this.#note(node, `${name} has a record of type ${word}, which is the provider's own`);
      return;
    }
    const { ttl, assumed } = this.#ttl(record);
    const values = at(record, "values") ?? this.#need(record, ["value", "values"]);
    for (const value of isSeq(values) ? (values.items as Node[]) : [values]) {
      const data = this.#data(kind.type, value);
      if (this.#written.records.length >= bounds.zones.records)
        throw new Fault(`more than ${bounds.zones.records} records`, value, "split the zone");
      const found = { name, type: kind.type, ttl, data, ...this.#place(value), ...(assumed && { ttlAssumed: true }) };
      this.#written.records.push(found as ZoneRecord);
    }
  }

  #ttl(record: YAMLMap): { ttl: number; assumed?: true } {
    const node = at(record, "ttl");
    if (!node) return { ttl: defaultTtl, assumed: true };
    const word = this.#word(node);
    if (!/^\d{1,10}$/.test(word) || Number(word) > 0x7fff_ffff)
      throw new Fault(`"${word}" is no TTL`, node, "write seconds");
    return { ttl: Number(word) };
  }

  #data(type: RecordType, node: Node): RecordData[RecordType] {
    if (isText(type)) return this.#text255(this.#word(node), node);
    const keys = keysOf[type];
    const map = keys && this.#map(node, `the value of ${type}`);
    const parts = keys ? keys.map((names) => this.#need(map!, names)) : [node];
    const written = parts.map((part) => this.#word(part));
    const words = written.map((word, at) => (isWord(type, at) ? word : `"${escaped(word)}"`));
    const read = readWords(type, words, { name: hostName, type: (word) => word });
    const fault = read.ok ? dataFault(type, read.value) : { text: read.error, word: read.at, hint: undefined };
    if (fault) throw new Fault(fault.text, parts[fault.word ?? 0] ?? node, fault.hint);
    return (read as { value: RecordData[RecordType] }).value;
  }

  #text255(written: string, node: Node): string[] {
    if (/[^\0-\x7f]/.test(written)) throw new Fault("text that is not in ASCII", node, "octoDNS refuses it"); // RFC 7208 §3.1
    const semicolons = octodnsText(written).split(";").length;
    const escapedOnes = written.split("\\;").length;
    if (semicolons > escapedOnes)
      this.#tell(node, "a semicolon without a backslash; octoDNS wants one unless escaped_semicolons is false");
    return octodnsStrings(written);
  }

  /** Tells something for which the zone may be another one. */
  #note(node: Node | null, text: string): void {
    this.#unsure = true;
    this.#tell(node, text);
  }

  #tell(node: Node | null, text: string): void {
    if (this.#written.notes.length < bounds.zones.notes) this.#written.notes.push({ ...this.#place(node), text });
  }

  #need(map: YAMLMap, names: readonly string[]): Node {
    const found = names.map((name) => at(map, name)).find((node) => node !== undefined);
    return found ?? missing(names[0]!, map);
  }

  #map(node: Node | null, what: string): YAMLMap {
    if (node?.tag === "!include") throw included(node);
    if (!isMap(node)) throw new Fault(`${what} is no map`, node, "write its keys, a line each");
    const keys = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ""));
    if (keys.includes("<<")) throw included(node);
    const twice = keys.find((key, index) => keys.indexOf(key) < index);
    if (twice !== undefined) throw new Fault(`"${twice}" stands twice`, node);
    return node;
  }

  /** The text of a scalar, whatever YAML would make of it. */
  #word(node: Node): string {
    if (node.tag === "!include") throw included(node);
    if (isAlias(node)) throw new Fault("an alias", node, "write the value itself");
    if (!isScalar(node) || typeof node.value !== "string") throw new Fault("no text", node, "write one value");
    if (node.value === "null" || node.value === "~") throw new Fault("no value", node, "write one, or remove it");
    return node.value;
  }
}

const isText = (type: RecordType): boolean => type === "TXT" || type === "SPF";

/** Fields that are words of a master file, all but the strings of CAA and NAPTR. */
const isWord = (type: RecordType, at: number): boolean =>
  !(type === "CAA" && at === 2) && !(type === "NAPTR" && at >= 2 && at <= 4);

const escaped = (text: string): string => text.replace(/["\\]/g, "\\$&");

function at(map: YAMLMap, name: string): Node | undefined {
  return (map.items.find(({ key }) => isScalar(key) && key.value === name)?.value as Node | null) ?? undefined;
}

function missing(name: string, map: YAMLMap): never {
  throw new Fault(`${name} is missing`, map);
}

const included = (node: Node): Fault =>
  new Fault("another file is included here, which is not read", node, "give the file that octodns-dump writes");

function hostName(word: string): string {
  if (!word.endsWith(".")) throw new RangeError("it has no dot at its end, and octoDNS refuses it");
  return absoluteName(word, ".");
}

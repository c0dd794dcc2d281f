import { bounds } from "../bounds.js";
import { seconds } from "../syntax/fields.js";
import type { RecordType } from "../syntax/record.js";
import { type Problem, problemsIn } from "../usage.js";
import { dataFault } from "./data-fault.js";
import { countOf, fill, readRange } from "./generate.js";
import { type Entry, Lexer, LexicalError } from "./lexer.js";
import { absoluteName } from "./names.js";
import type { Note, Place, Unread, ZoneRecord } from "./record.js";
import { type Data, dataHint, readData } from "./record-data.js";
import type { Source } from "./source.js";
import { typeOf } from "./types.js";

/** What a master file says, in its order and before a server has put it together. */
export interface Written {
  /** The first origin that was set. */
  origin: string | undefined;
  records: ZoneRecord[];
  unread: Unread[];
  notes: Note[];
}

/** Reads a master file and what it includes. Throws a UsageError that names all that is wrong with them, up to a bound. */
export function readMaster(source: Source): Written {
  const master = new Master(source);
  try {
    master.read(source.file, source.octets, source.origin);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  if (master.problems.length > 0) throw problemsIn(master.problems);
  return master.written;
}

/** A fault at a word of the entry that is being read. */
class Fault extends Error {
  readonly word: number;
  readonly hint: string | undefined;
  constructor(message: string, word: number, hint?: string) {
    super(message);
    this.word = word;
    this.hint = hint;
  }
}

/** Reading ends here: a bound is reached. */
class Enough extends Error {}

/** What holds within one file. */
interface Scope {
  file: string;
  lexer: Lexer;
  origin: string | undefined;
  owner: string | undefined;
}

class Master {
  readonly written: Written = { origin: undefined, records: [], unread: [], notes: [] };
  readonly problems: Problem[] = [];
  readonly #include: Source["include"];
  /** What $TTL says, and the last TTL that a record had; both go on through files that are included. */
  #defaultTtl: number | undefined;
  #lastTtl: number | undefined;
  #octets = 0;
  #generated = 0;
  #includes = 0;
  /** Files that are being read, each included by the one before; as they are named from the root. */
  readonly #open: string[];

  constructor({ include, path, file }: Source) {
    this.#include = include;
    this.#open = [path ?? file];
  }

  read(file: string, octets: string, origin: string | undefined, owner?: string): void {
    const text = octets.startsWith("\xef\xbb\xbf") ? octets.slice(3) : octets;
    const scope: Scope = { file, lexer: new Lexer(text), origin: undefined, owner };
    if (origin !== undefined) scope.origin = absoluteName(origin, ".");
    this.written.origin ??= scope.origin;
    this.#octets += octets.length;
    if (this.#octets > bounds.zones.file) {
      const most = bounds.zones.file / 1024 / 1024;
      this.problems.push({ file, text: `more than ${most} MB`, hint: "split the zone, or read fewer files at once" });
      return;
    }
    if (/^(?:\xff\xfe|\xfe\xff)/.test(octets)) {
      this.problems.push({ file, line: 1, column: 1, text: "a file in UTF-16", hint: "save it in UTF-8" });
      return;
    }
    while (this.#next(scope));
  }

  /** Reads one entry; false at the end of the file. A fault in it is told, and reading goes on after it. */
  #next(scope: Scope): boolean {
    let entry: Entry | undefined;
    try {
      entry = scope.lexer.next();
      if (entry) this.#entry(entry, scope);
    } catch (error) {
      if (error instanceof LexicalError) {
        this.#fault(scope, error.at, error.message, error.hint);
        // What follows would be told apart wrongly too.
        throw new Enough();
      }
      if (!(error instanceof Fault)) throw error;
      this.#fault(scope, offsetOf(entry!, error.word), error.message, error.hint);
    }
    return entry !== undefined;
  }

  #fault({ file, lexer }: Scope, offset: number, text: string, hint?: string): void {
    const { line, column, source } = lexer.place(offset);
    this.problems.push({ file, line, column, text, source: source.slice(0, 1_000), ...(hint && { hint }) });
    if (this.problems.length >= bounds.zones.problems) throw new Enough();
  }

  #entry(entry: Entry, scope: Scope): void {
    const directive = entry.words[0]!;
    if (directive.startsWith("$") && !entry.indented) this.#directive(directive.toUpperCase(), entry, scope);
    else this.#record(entry, scope);
  }

  #directive(name: string, entry: Entry, scope: Scope): void {
    const [, word, further] = entry.words;
    const most = { $ORIGIN: 2, $TTL: 2, $INCLUDE: 3 }[name];
    if (most !== undefined && word === undefined) throw new Fault(`${name} says nothing`, 0, usageOf[name]);
    if (most !== undefined && entry.words.length > most)
      throw new Fault(`"${entry.words[most]!}" is more than ${name} takes`, most, usageOf[name]);
    if (name === "$ORIGIN") {
      scope.origin = nameAt(1, word!, scope.origin);
      this.written.origin ??= scope.origin;
    } else if (name === "$TTL") {
      this.#defaultTtl = this.#ttl(word!, 1, entry, scope);
    } else if (name === "$INCLUDE") {
      this.#includeFile(word!, further === undefined ? scope.origin : nameAt(2, further, scope.origin), scope);
    } else if (name === "$GENERATE") {
      this.#generate(entry, scope);
    } else {
      throw new Fault(`"${entry.words[0]!}" is no directive`, 0, "$ORIGIN, $TTL, $INCLUDE and $GENERATE are");
    }
  }

  #includeFile(word: string, origin: string | undefined, scope: Scope): void {
    const path = word.startsWith('"') ? word.slice(1, -1) : word;
    const outside = path.startsWith("/") || /(?:^|\/)\.\.(?:\/|$)|\\|^[a-z]:/i.test(path);
    if (outside)
      throw new Fault(`"${path}" leads out of the folder`, 1, "name files below the folder of the zone, without ..");
    if (this.#open.length > bounds.zones.depth || this.#open.includes(path))
      throw new Fault(`files include each other: ${[...this.#open.slice(-3), path].join(", ")}`, 1, "break the circle");
    if (++this.#includes > bounds.zones.includes)
      throw new Fault(`more than ${bounds.zones.includes} files are included`, 1, "put some of them together");
    const found = this.#include?.(path);
    if (found === undefined)
      throw new Fault(`there is no file "${path}"`, 1, "paths are from the folder of the zone; add the file there");
    if ("refused" in found) throw new Fault(`"${path}": ${found.refused}`, 1);
    // The owner and the origin of this file are not changed by one that it includes (RFC 1035 §5.1).
    this.#open.push(path);
    this.read(found.file, found.octets, origin, scope.owner);
    this.#open.pop();
  }

  /** `$GENERATE RANGE OWNER [TTL] [CLASS] TYPE DATA`; the data is one word, or one in quotes that holds more. */
  #generate(entry: Entry, scope: Scope): void {
    const words = entry.words.slice(1);
    if (words.length < 4) throw new Fault("$GENERATE says too little", 0, usageOf["$GENERATE"]);
    const [ttlAndClass] = headerOf(words, 2);
    const fixed = words.slice(2, 2 + ttlAndClass + 1);
    const data = words.slice(2 + fixed.length);
    if (data.length !== 1)
      throw new Fault("the data is not one word", 0, 'put it in quotes: $GENERATE 1-3 h$ MX "10 m$"');
    try {
      const range = readRange(words[0]!);
      this.#generated += countOf(range);
      if (this.#generated > bounds.zones.generated)
        throw new RangeError(`more than ${bounds.zones.generated} records would be made`);
      const template = data[0]!.startsWith('"') ? data[0]!.slice(1, -1).replaceAll('\\"', '"') : data[0]!;
      for (let value = range.from; value <= range.to; value += range.step) {
        const line = new Lexer(`${fill(words[1]!, value)} ${fixed.join(" ")} ${fill(template, value)}`).next()!;
        this.#record({ ...line, at: line.at.map(() => entry.at[0]!), line: entry.line }, scope);
      }
    } catch (error) {
      if (error instanceof Fault) throw new Fault(`$GENERATE: ${error.message}`, 0, error.hint);
      if (error instanceof RangeError || error instanceof LexicalError)
        throw new Fault(error.message, 0, usageOf["$GENERATE"]);
      throw error;
    }
  }

  #record(entry: Entry, scope: Scope): void {
    const { words } = entry;
    let at = 0;
    if (!entry.indented) scope.owner = nameAt(at, words[at++]!, scope.origin);
    const name = scope.owner;
    if (name === undefined)
      throw new Fault("no record before this one has an owner", 0, "write the owner at the start of the line, or @");
    const [skipped, ttlAt] = headerOf(words, at);
    at += skipped;
    const explicit = ttlAt === undefined ? undefined : this.#ttl(words[ttlAt]!, ttlAt, entry, scope);
    const word = words[at];
    if (word === undefined) throw new Fault("the type is missing", words.length, "write OWNER TTL TYPE DATA");
    const kind = typeOf(word);
    if (!kind) throw new Fault(unknownType(word), at, "types are MX, TXT …, or TYPE and a number; @ is the apex");
    const place = placeOf(entry, scope);
    if (this.written.records.length >= bounds.zones.records) {
      this.#fault(scope, entry.at[0]!, `more than ${bounds.zones.records} records`, "split the zone");
      throw new Enough();
    }
    if (kind.unread && words[at + 1] !== "\\#") {
      this.written.unread.push({ name, type: kind.type, ...place });
      return;
    }
    const data = this.#data(kind.type, words.slice(at + 1), at + 1, entry, scope);
    const ttl = explicit ?? this.#assumed(kind.type, data, at, place);
    if (explicit !== undefined) this.#lastTtl = explicit;
    this.written.records.push({ name, type: kind.type, ttl, data, ...place } as ZoneRecord);
  }

  #data(type: RecordType, words: readonly string[], from: number, entry: Entry, scope: Scope): Data {
    const last = from + words.length - 1;
    if (words.length > 0 && entry.at[last]! - entry.at[from]! > bounds.zones.data)
      throw new Fault(`data of more than ${bounds.zones.data} characters`, from);
    const read = readData(type, words, scope.origin);
    if (!read.ok)
      throw new Fault(read.error, from + Math.min(read.at, words.length), dataHint(type, words, read.error));
    const fault = dataFault(type, read.value);
    if (fault) throw new Fault(fault.text, from + (fault.word ?? 0), fault.hint);
    return read.value;
  }

  /** The TTL of a record that has none: of $TTL (RFC 2308 §4), else the last one (RFC 1035 §5.1), else the SOA's minimum. */
  #assumed(type: RecordType, data: Data, at: number, place: Place): number {
    const ttl = this.#defaultTtl ?? this.#lastTtl;
    if (ttl !== undefined) return ttl;
    if (type !== "SOA") throw new Fault("no TTL is set", at, "write $TTL 3600 at the top of the file");
    const { minimum } = data as { minimum: number };
    this.#defaultTtl = minimum;
    this.#note(place, `no TTL is written; servers take ${minimum}, the last number of the SOA record`);
    return minimum;
  }

  #ttl(word: string, at: number, entry: Entry, scope: Scope): number {
    const ttl = seconds(word);
    if (ttl === undefined) throw new Fault(`"${word}" is no TTL`, at, "write seconds, or 1h30m");
    if (ttl > 0xffff_ffff) throw new Fault(`the TTL ${word} is more than 4294967295`, at, "write a week at most, 1w");
    if (ttl <= 0x7fff_ffff) return ttl;
    this.#note(placeOf(entry, scope), `a TTL of ${word} is past what there is, and counts as 0`);
    return 0; // RFC 2181 §8
  }

  #note(place: Place, text: string): void {
    if (this.written.notes.length < bounds.zones.notes) this.written.notes.push({ ...place, text });
  }
}

const usageOf: Readonly<Record<string, string>> = {
  $ORIGIN: "write $ORIGIN example.com.",
  $TTL: "write $TTL 3600",
  $INCLUDE: "write $INCLUDE FILE, or $INCLUDE FILE ORIGIN",
  $GENERATE: "write $GENERATE 1-10 host$ A 192.0.2.$",
};

/** How many words there are of TTL and class, in either order and at most one each, and which the TTL is. */
function headerOf(words: readonly string[], from: number): [count: number, ttl: number | undefined] {
  let at = from;
  let ttl: number | undefined;
  let classed = false;
  for (; at < words.length; at++) {
    const word = words[at]!;
    if (ttl === undefined && /^\d/.test(word)) ttl = at;
    else if (!classed && /^(?:IN|CLASS1)$/i.test(word)) classed = true;
    else break;
  }
  return [at - from, ttl];
}

function unknownType(word: string): string {
  return /^(?:CH|HS|CS|CHAOS|HESIOD|CLASS\d+)$/i.test(word)
    ? `class ${word}; a zone here is of class IN`
    : `"${word}" is no type`;
}

function nameAt(word: number, text: string, origin: string | undefined): string {
  try {
    return absoluteName(text, origin);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const hint =
      origin === undefined && !text.endsWith(".")
        ? "write $ORIGIN example.com. at the top, or name the zone"
        : undefined;
    throw new Fault(`"${text}" is no name: ${error.message}`, word, hint);
  }
}

const offsetOf = (entry: Entry, word: number): number => entry.at[Math.min(word, entry.at.length - 1)]!;

function placeOf(entry: Entry, { file }: Scope): Place {
  return { file, line: entry.line, column: entry.column };
}

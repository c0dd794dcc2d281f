import { isUtf8 } from "node:buffer";
import { posix } from "node:path";
import { isAlias, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import { bounds } from "../bounds.js";
import { type Problem, problemsIn } from "../usage.js";
import type { Place } from "./record.js";
import type { Source } from "./source.js";

/** A value of octoDNS's YAML, every scalar as it is written, and where. */
export type Value = Text | List | Dict;
export interface Text extends Place {
  kind: "text";
  /** Left out where nothing is written, or null. */
  text?: string;
}
export interface List extends Place {
  kind: "list";
  items: readonly Value[];
}
export interface Dict extends Place {
  kind: "map";
  entries: ReadonlyMap<string, Entry>;
}
export interface Entry {
  key: Place;
  value: Value;
  /** Where the key stands before, with a value that does not count. */
  before?: Place;
}

/** What cannot be worked with, and where. */
export class Fault extends Error {
  readonly place: Place;
  readonly hint: string | undefined;
  constructor(message: string, { file, line, column }: Place, hint?: string) {
    super(message);
    this.place = { file, line, column };
    this.hint = hint;
  }
}

export const problemOf = ({ message: text, place, hint }: Fault): Problem => ({
  ...place,
  text,
  ...(hint && { hint }),
});

/**
 * A file with all that it includes: `!include FILE` in place of any value, and `<<` for the entries of maps, which stand
 * where it stands, so that of two entries of one key the later counts. Throws a UsageError.
 */
export function readOctodnsYaml(source: Source): Value {
  try {
    return new Loader(source).read(source.file, source.path ?? posix.basename(source.file), source.octets);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw problemsIn([problemOf(error)]);
  }
}

/** What no YAML has but escaped (YAML 1.1 §5.1). */
const unprintable = /[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

class Loader {
  readonly #include: Source["include"];
  readonly #open: string[] = [];
  #octets = 0;
  #includes = 0;
  #values = 0;

  constructor({ include }: Source) {
    this.#include = include;
  }

  read(file: string, path: string, octets: string): Value {
    const top = { file, line: 1, column: 1 };
    this.#octets += octets.length;
    if (octets.length > bounds.zones.yaml || this.#octets > bounds.zones.file)
      throw new Fault(`more than ${bounds.zones.yaml} octets`, top, "split the zone");
    if (/^(?:\xff\xfe|\xfe\xff)/.test(octets)) throw new Fault("a file in UTF-16", top, "save it in UTF-8");
    if (!isUtf8(Buffer.from(octets, "latin1"))) throw new Fault("text that is not in UTF-8", top, "save it in UTF-8");
    const text = Buffer.from(octets, "latin1").toString("utf8");
    const control = unprintable.exec(text);
    if (control) {
      const before = text.slice(0, control.index).split("\n");
      const place = { file, line: before.length, column: before.at(-1)!.length + 1 };
      throw new Fault("a character that no YAML has", place, "save it as plain text");
    }
    const lines = new LineCounter();
    // Keys that stand twice are looked for here: the library compares each with each.
    const document = parseDocument(text, {
      lineCounter: lines,
      uniqueKeys: false,
      schema: "failsafe",
      logLevel: "silent",
    });
    const problems = document.errors.slice(0, bounds.zones.problems).map(({ message, pos }): Problem => {
      const { line, col: column } = lines.linePos(pos[0]);
      return { file, line, column, text: message.split("\n")[0]!.replace(/ at line.*$/, "") };
    });
    if (problems.length > 0) throw problemsIn(problems);
    this.#open.push(path);
    const value = new Growing(this, file, path, lines).value(document.contents, 0);
    this.#open.pop();
    return value;
  }

  /** Reads a file that another one includes, by its path from that one's folder. */
  included(word: string, from: string, place: Place): Value {
    const path = posix.normalize(posix.join(posix.dirname(from), word));
    if (word.startsWith("~") || posix.isAbsolute(word) || /^\.\.(?:\/|$)|\\|^[a-z]:/i.test(path))
      throw new Fault(`"${word}" leads out of the folder`, place, "name files below the folder that was given");
    if (this.#open.length > bounds.zones.depth || this.#open.includes(path))
      throw new Fault(
        `files include each other: ${[...this.#open.slice(-3), path].join(", ")}`,
        place,
        "break the circle",
      );
    if (++this.#includes > bounds.zones.includes)
      throw new Fault(`more than ${bounds.zones.includes} files are included`, place, "put some of them together");
    const found = this.#include?.(path);
    if (found === undefined)
      throw new Fault(`there is no file "${path}"`, place, "paths are from the folder of the file that includes");
    if ("refused" in found) throw new Fault(`"${path}": ${found.refused}`, place);
    return this.read(found.file, path, found.octets);
  }

  /** Counts what is read, and what is read again because of an alias or a merge. */
  count(place: Place): void {
    if (++this.#values > bounds.zones.values)
      throw new Fault(`more than ${bounds.zones.values} values`, place, "split the zone, or write fewer aliases");
  }
}

/** The values of one file. */
class Growing {
  readonly #anchors = new Map<string, Value>();
  readonly #loader: Loader;
  readonly #file: string;
  readonly #path: string;
  readonly #lines: LineCounter;

  constructor(loader: Loader, file: string, path: string, lines: LineCounter) {
    this.#loader = loader;
    this.#file = file;
    this.#path = path;
    this.#lines = lines;
  }

  value(node: Node | null, depth: number): Value {
    const place = this.#place(node);
    this.#loader.count(place);
    if (depth > bounds.zones.nested) throw new Fault(`more than ${bounds.zones.nested} levels`, place);
    if (node === null) return { kind: "text", ...place };
    if (isAlias(node)) return this.#alias(node.source, place);
    const value = this.#plain(node, place, depth);
    const { anchor } = node as { anchor?: string };
    if (anchor !== undefined) this.#anchors.set(anchor, value);
    return value;
  }

  #plain(node: Node, place: Place, depth: number): Value {
    if (isScalar(node)) {
      const text = String(node.value);
      if (node.tag === "!include") return this.#loader.included(text, this.#path, place);
      this.#untagged(node, place);
      const none = node.type === "PLAIN" && /^(?:|~|null|Null|NULL)$/.test(text);
      return { kind: "text", ...place, ...(!none && { text }) };
    }
    this.#untagged(node, place);
    if (isSeq(node))
      return { kind: "list", ...place, items: node.items.map((item) => this.value(item as Node | null, depth + 1)) };
    return { kind: "map", ...place, entries: this.#entries(node as YAMLMap<Node, Node | null>, depth) };
  }

  #entries({ items }: YAMLMap<Node, Node | null>, depth: number): Map<string, Entry> {
    const entries = new Map<string, Entry>();
    // One that came from elsewhere is meant to be written over, one of this map is not.
    const own = new Set<string>();
    for (const { key, value } of items) {
      const place = this.#place(key);
      if (!isScalar(key)) throw new Fault("a key that is no text", place);
      const read = this.value(value, depth + 1);
      if (key.value === "<<" && key.type === "PLAIN") {
        for (const [name, entry] of this.#merged(read)) {
          this.#loader.count(place);
          entries.set(name, entry);
        }
        continue;
      }
      const name = String(key.value);
      const before = own.has(name) ? entries.get(name)?.key : undefined;
      own.add(name);
      entries.set(name, { key: place, value: read, ...(before && { before }) });
    }
    return entries;
  }

  /** The entries that `<<` stands for: of several maps, those of the first count. */
  *#merged(value: Value): Generator<[string, Entry]> {
    if (value.kind === "map") yield* value.entries;
    else if (value.kind === "list") for (const item of value.items.toReversed()) yield* this.#merged(item);
    else throw new Fault("no map to take the entries of", value);
  }

  #alias(source: string, place: Place): Value {
    const value = this.#anchors.get(source);
    if (!value) throw new Fault(`an alias to nothing that is before it: *${source}`, place);
    return value;
  }

  #untagged({ tag }: Node, place: Place): void {
    if (tag !== undefined && !/^tag:yaml\.org,2002:(?:bool|float|int|map|null|seq|str)$/.test(tag))
      throw new Fault(`a value of a kind of its own: ${tag}`, place, "!include is known");
  }

  #place(node: Node | null): Place {
    const { line, col: column } = this.#lines.linePos(node?.range?.[0] ?? 0);
    return { file: this.#file, line, column };
  }
}

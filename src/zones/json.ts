import { bounds } from "../bounds.js";
import { problemsIn } from "../usage.js";
import { Document, textOfSource } from "./document.js";
import type { Source } from "./source.js";
import { Branch, type Tree } from "./tree.js";

/** A file of JSON (RFC 8259), its maps knowing where they stand. Throws a UsageError for what is none, or too much. */
export function readJson(source: Source): Document {
  const text = textOfSource(source);
  try {
    if (source.octets.length > bounds.zones.file)
      throw new Fault(`more than ${bounds.zones.file / 1024 / 1024} MB`, 0, "give a file of fewer zones");
    return new Document(source.file, text, [new Parser(text).document()]);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const place = new Document(source.file, text, []).lineAt(error.at);
    throw problemsIn([{ file: source.file, ...place, text: error.message, hint: error.hint }]);
  }
}

class Fault extends Error {
  readonly at: number;
  readonly hint: string;
  constructor(message: string, at: number, hint = "is the file whole?") {
    super(message);
    this.at = at;
    this.hint = hint;
  }
}

const quotes = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;
const words: Readonly<Record<string, Tree>> = { true: true, false: false, null: null };

class Parser {
  readonly #text: string;
  #at = 0;
  #values = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): Tree {
    const value = this.#value();
    if (this.#next() >= 0) throw new Fault("more after the end of the JSON", this.#at, "one value is a file");
    return value;
  }

  /** The next char that is no blank, not taken; -1 at the end. */
  #next(): number {
    for (; this.#at < this.#text.length; this.#at++) {
      const char = this.#text.charCodeAt(this.#at);
      if (char !== 0x20 && char !== 0x0a && char !== 0x0d && char !== 0x09) return char;
    }
    return -1;
  }

  #value(): Tree {
    if (++this.#values > bounds.zones.values)
      throw new Fault(`more than ${bounds.zones.values} values`, this.#at, "give a file of fewer zones");
    const char = this.#next();
    if (char === quotes) return this.#string();
    if (char === openBrace || char === openBracket) {
      if (++this.#depth > bounds.zones.nested)
        throw new Fault(`more than ${bounds.zones.nested} levels`, this.#at, "no tool writes such a file");
      const value = char === openBrace ? this.#map() : this.#list();
      this.#depth--;
      return value;
    }
    const digits = this.#match(number);
    if (digits !== undefined) return Number(digits);
    const known = this.#match(word);
    if (known !== undefined) return words[known]!;
    throw this.#stray(char);
  }

  #map(): Branch {
    const begin = this.#at++;
    const fields: Record<string, Tree> = {};
    if (this.#next() === closeBrace) this.#at++;
    else
      for (;;) {
        if (this.#next() !== quotes) throw this.#stray(this.#next());
        const key = this.#string();
        this.#take(colon);
        const value = this.#value();
        // The one key that would change what the map is; nothing here is called so.
        if (key !== "__proto__") fields[key] = value;
        if (this.#ends(closeBrace)) break;
      }
    return new Branch(begin, fields);
  }

  #list(): Tree[] {
    this.#at++;
    const list: Tree[] = [];
    if (this.#next() === closeBracket) this.#at++;
    else
      do list.push(this.#value());
      while (!this.#ends(closeBracket));
    return list;
  }

  /** Whether the list or map ends here; a comma is taken otherwise. */
  #ends(close: number): boolean {
    const char = this.#next();
    if (char !== close && char !== comma) throw this.#stray(char);
    this.#at++;
    return char === close;
  }

  #take(char: number): void {
    if (this.#next() !== char) throw this.#stray(this.#next());
    this.#at++;
  }

  #string(): string {
    const begin = this.#at;
    let escaped = false;
    let at = begin + 1;
    for (;;) {
      const char = this.#text.charCodeAt(at);
      if (char === quotes) break;
      if (!(char >= 0x20)) throw new Fault("a string without its end", begin);
      if (char === backslash) escaped = true;
      at += char === backslash ? 2 : 1;
    }
    this.#at = at + 1;
    if (!escaped) return this.#text.slice(begin + 1, at);
    try {
      return JSON.parse(this.#text.slice(begin, at + 1)) as string;
    } catch {
      throw new Fault("a string with an escape that is none", begin);
    }
  }

  #match(what: RegExp): string | undefined {
    what.lastIndex = this.#at;
    const found = what.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #stray(char: number): Fault {
    return new Fault(char < 0 ? "the JSON ends too early" : "no JSON", this.#at);
  }
}

/** One entry of a master file: a record or a directive, with its words and where they begin. */
export interface Entry {
  /** Quoted words keep their quotes; escapes stay as they are. */
  words: string[];
  /** Offsets of the words in the file. */
  at: number[];
  /** It begins with a blank, so that its owner is that of the entry before (RFC 1035 §5.1). */
  indented: boolean;
  /** Of its first word, from 1. */
  line: number;
  column: number;
}

/** What the words cannot be told apart for, and where. */
export class LexicalError extends Error {
  readonly at: number;
  readonly hint: string;
  constructor(message: string, at: number, hint: string) {
    super(message);
    this.at = at;
    this.hint = hint;
  }
}

const tab = 0x09;
const lf = 0x0a;
const cr = 0x0d;
const blank = 0x20;
const quotes = 0x22;
const open = 0x28;
const close = 0x29;
const semicolon = 0x3b;
const backslash = 0x5c;

const isBlank = (octet: number): boolean => octet === blank || octet === tab;

/** Octets that end a word. */
const ending = new Uint8Array(256);
for (const octet of [0, tab, lf, cr, blank, quotes, open, close, semicolon]) ending[octet] = 1;

/** The entries of a master file, one after the other (RFC 1035 §5.1). Throws a LexicalError. */
export class Lexer {
  readonly #text: string;
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The next entry that has a word; undefined at the end. */
  next(): Entry | undefined {
    const text = this.#text;
    const entry: Entry = { words: [], at: [], indented: false, line: 0, column: 0 };
    /** Open parentheses, and where the first of them is. */
    let depth = 0;
    let opened = 0;
    /** Where the entry begins, and the line that is being read. */
    let begin = this.#at;
    let lineStart = this.#at;
    let at = this.#at;
    for (;;) {
      if (at >= text.length) {
        if (depth > 0) throw new LexicalError("a parenthesis is never closed", opened, 'add the ")" that is missing');
        this.#at = at;
        return entry.words.length > 0 ? entry : undefined;
      }
      switch (text.charCodeAt(at)) {
        case blank:
        case tab:
          at++;
          break;
        case cr:
          if (text.charCodeAt(at + 1) !== lf)
            throw new LexicalError("a carriage return that ends no line", at, "end lines with LF, or CR and LF");
          at++;
          break;
        case lf:
          at++;
          this.#line++;
          this.#at = at;
          lineStart = at;
          if (depth > 0) break;
          if (entry.words.length > 0) return entry;
          begin = at;
          break;
        case semicolon: {
          const end = text.indexOf("\n", at);
          at = end < 0 ? text.length : end;
          break;
        }
        case open:
          if (depth++ === 0) opened = at;
          at++;
          break;
        case close:
          if (depth-- === 0)
            throw new LexicalError("a parenthesis that was not opened", at, 'remove the ")", or put it in quotes');
          at++;
          break;
        case 0:
          throw new LexicalError("an octet of zero", at, "save the file as plain text, in UTF-8");
        default: {
          if (entry.words.length === 0) {
            entry.indented = isBlank(text.charCodeAt(begin));
            entry.line = this.#line;
            entry.column = at - lineStart + 1;
          }
          const end = text.charCodeAt(at) === quotes ? this.#quoted(at) : this.#word(at);
          entry.words.push(text.slice(at, end));
          entry.at.push(at);
          at = end;
        }
      }
    }
  }

  /** Line and column of an offset, and the line itself. */
  place(offset: number): { line: number; column: number; source: string } {
    const before = this.#text.slice(0, offset);
    const start = before.lastIndexOf("\n") + 1;
    const end = this.#text.indexOf("\n", offset);
    const source = this.#text.slice(start, end < 0 ? undefined : end).replace(/\r$/, "");
    return { line: before.split("\n").length, column: offset - start + 1, source };
  }

  #word(from: number): number {
    const text = this.#text;
    let at = from;
    for (; at < text.length; at++) {
      const octet = text.charCodeAt(at);
      if (octet === backslash) {
        const next = text.charCodeAt(at + 1);
        // A line ends also after a backslash, outside quotes.
        if (next !== lf && next !== cr) at++;
      } else if (ending[octet] === 1) break;
    }
    return Math.min(at, text.length);
  }

  #quoted(from: number): number {
    const text = this.#text;
    for (let at = from + 1; at < text.length; at++) {
      const octet = text.charCodeAt(at);
      if (octet === quotes) return at + 1;
      if (octet === lf) break;
      if (octet === backslash) {
        at++;
        if (text.charCodeAt(at) === lf) this.#line++;
      }
    }
    throw new LexicalError("a quote is not closed on its line", from, 'add the " that is missing, one pair a line');
  }
}

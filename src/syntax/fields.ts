import { canonical, familyOf } from "./address.js";

/** What is wrong with a word of record data, and which one it is. */
export class FieldError extends RangeError {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** How names and types in data are read; each throws a RangeError for what can be none. */
export interface Words {
  name(word: string): string;
  type(word: string): string;
}

/** A character-string as written, quoted or not, to its octets; throws a RangeError for an escape that is none. */
export function unescape(token: string): string {
  const inner = token.startsWith('"') ? token.slice(1, -1) : token;
  if (!inner.includes("\\")) return inner;
  return inner.replace(/\\(\d{3}|.?)/gs, (written, code: string) => {
    if (code.length === 3 && Number(code) <= 255) return String.fromCharCode(Number(code));
    // RFC 1035 §5.1: a digit after a backslash begins three of them.
    if (code.length !== 1 || /\d/.test(code))
      throw new RangeError(`"${written}" is no escape; write \\DDD up to \\255`);
    return code;
  });
}

/** Seconds written `3600` or `1h30m`, as master files may have them; undefined for anything else. */
export function seconds(word: string): number | undefined {
  if (/^\d{1,10}$/.test(word)) return Number(word);
  if (!/^(?:\d{1,10}[smhdw])+$/i.test(word)) return undefined;
  let sum = 0;
  for (const [, count, unit] of word.matchAll(/(\d+)(\D)/g)) sum += Number(count) * unitSeconds[unit!.toLowerCase()]!;
  return sum;
}
const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 };

/** The words of record data in presentation form (RFC 1035 §5.1), taken one after the other. Each throws a FieldError. */
export class Fields {
  readonly #words: readonly string[];
  readonly #reading: Words;
  #at = 0;

  constructor(words: readonly string[], reading: Words) {
    this.#words = words;
    this.#reading = reading;
  }

  get left(): number {
    return this.#words.length - this.#at;
  }

  fail(message: string, at = this.#at - 1): never {
    throw new FieldError(message, Math.max(at, 0));
  }

  /** Whether the next word is this one; it is taken if so. */
  takes(word: string): boolean {
    if (this.#words[this.#at] !== word) return false;
    this.#at++;
    return true;
  }

  /** The next word as it is written, quotes included. */
  word(what: string): string {
    const word = this.#words[this.#at];
    if (word === undefined) this.fail(`${what} is missing`, this.#words.length);
    this.#at++;
    return word;
  }

  number(what: string, most: number): number {
    const word = this.word(what);
    if (!/^\d+$/.test(word)) this.fail(`"${word}" is not a number`);
    const value = Number(word);
    return value <= most ? value : this.fail(`${what} ${word} is more than ${most}`);
  }
  u8 = (what: string): number => this.number(what, 0xff);
  u16 = (what: string): number => this.number(what, 0xffff);
  u32 = (what: string): number => this.number(what, 0xffff_ffff);

  /** A span of time in seconds. */
  time(what: string): number {
    const word = this.word(what);
    const value = seconds(word) ?? this.fail(`"${word}" is no time; write seconds, or 1h30m`);
    return value <= 0xffff_ffff ? value : this.fail(`${what} ${word} is more than 4294967295 seconds`);
  }

  /** A moment in seconds since 1970, also written YYYYMMDDHHmmSS (RFC 4034 §3.2). */
  moment(what: string): number {
    const [, year, month, day, hour, minute, second] =
      /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(this.#words[this.#at] ?? "")?.map(Number) ?? [];
    if (year === undefined) return this.u32(what);
    this.#at++;
    return Date.UTC(year, month! - 1, day, hour, minute, second) / 1000;
  }

  name(what: string): string {
    const word = this.word(what);
    if (word.startsWith('"')) this.fail(`${what} is a name; write it without quotes`);
    return this.#try(() => this.#reading.name(word), `"${word}" is no name`);
  }

  type(what: string): string {
    const word = this.word(what);
    return this.#try(() => this.#reading.type(word), `"${word}" is no type`);
  }

  string(what: string): string {
    const word = this.word(what);
    return this.#try(() => unescape(word));
  }

  address(family: 4 | 6): string {
    const word = this.word("the address");
    return familyOf(word) === family ? canonical(word) : this.fail(`"${word}" is no IPv${family} address`);
  }

  /** All words that are left, each by `take`. */
  rest<T>(take: () => T): T[] {
    const found: T[] = [];
    while (this.left > 0) found.push(take());
    return found;
  }

  /** All that is left, digits of octets in hex, blanks between them allowed. */
  hex(what: string): string {
    const from = this.#at;
    const text = this.rest(() => this.word(what))
      .join("")
      .toLowerCase();
    return /^(?:[0-9a-f]{2})*$/.test(text) ? text : this.fail(`${what} is not hexadecimal, two digits an octet`, from);
  }

  /** One word of octets in hex. */
  hexWord(what: string): string {
    const word = this.word(what).toLowerCase();
    return /^(?:[0-9a-f]{2})+$/.test(word) ? word : this.fail(`${what} "${word}" is not hexadecimal`);
  }

  /** Data of any type as `\\# LENGTH HEX` (RFC 3597 §5), in hex. */
  generic(type: string): string {
    if (!this.takes("\\#")) this.fail(`data of type ${type} is written \\# LENGTH HEX`, 0);
    const octets = this.u16("the length");
    const data = this.hex("the data");
    if (data.length === octets * 2) return data;
    return this.fail(`${octets} octets announced, ${data.length / 2} given`, 1);
  }

  /** All that is left, in base64, blanks between allowed. */
  base64(what: string): string {
    const from = this.#at;
    const text = this.rest(() => this.word(what)).join("");
    const fits = text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
    return fits ? text : this.fail(`${what} is not base64`, from);
  }

  /** There must be no word more. */
  end(type: string): void {
    if (this.left > 0) this.fail(`"${this.#words[this.#at]!}" is more than ${type} data has`, this.#at);
  }

  #try<T>(read: () => T, what?: string): T {
    try {
      return read();
    } catch (error) {
      return this.fail(what ? `${what}: ${(error as Error).message}` : (error as Error).message);
    }
  }
}

/**
 * Names between the wire and presentation form. In presentation form a name is in lower case and has no last dot, the
 * root is "."; a dot or backslash inside a label is escaped by a backslash, any other octet that could be taken for
 * something else by `\DDD` (RFC 1035 §5.1, RFC 4343 §2.1).
 */
const dot = 0x2e;
const backslash = 0x5c;

/** Octets that stand for themselves: printable, and without a meaning in a master file. */
const plain = Uint8Array.from({ length: 256 }, (_, octet) =>
  octet > 0x20 && octet < 0x7f && !'.\\"();'.includes(String.fromCharCode(octet)) ? 1 : 0,
);

/** Puts the labels of a name together in presentation form, one after the other. It can be used again and again. */
export class NameText {
  /** 255 octets, of which each may become four. */
  readonly #text = Buffer.allocUnsafe(1_024);
  #length = 0;

  clear(): void {
    this.#length = 0;
  }

  add(bytes: Buffer, from: number, to: number): void {
    const text = this.#text;
    let length = this.#length;
    if (length > 0) text[length++] = dot;
    for (let at = from; at < to; at++) {
      const octet = bytes[at]!;
      if (plain[octet] === 1) text[length++] = octet >= 0x41 && octet <= 0x5a ? octet | 0x20 : octet;
      else {
        text[length++] = backslash;
        if (octet === dot || octet === backslash) text[length++] = octet;
        else for (const digit of String(octet).padStart(3, "0")) text[length++] = digit.charCodeAt(0);
      }
    }
    this.#length = length;
  }

  toString(): string {
    return this.#length === 0 ? "." : this.#text.toString("latin1", 0, this.#length);
  }
}

/** The labels of a name as the wire has them, root included; throws a RangeError for what no name can be. */
export function wireName(name: string): Buffer {
  if (name === "." || name === "") return Buffer.from([0]);
  const bytes = Buffer.allocUnsafe(name.length + (name.endsWith(".") ? 1 : 2));
  let at = 1;
  let label = 0;
  const end = (): void => {
    const length = at - label - 1;
    if (length === 0) throw new RangeError("it has an empty label");
    if (length > 63) throw new RangeError("it has a label of more than 63 octets");
    bytes[label] = length;
    label = at++;
  };
  for (let read = 0; read < name.length; read++) {
    let octet = name.charCodeAt(read);
    if (octet === dot) {
      end();
      if (read === name.length - 1) break;
      continue;
    }
    if (octet === backslash) {
      const digits = name.slice(read + 1, read + 4);
      const ddd = /^\d{3}$/.test(digits);
      octet = ddd ? Number(digits) : name.charCodeAt(read + 1);
      read += ddd ? 3 : 1;
    }
    if (!(octet <= 255)) throw new RangeError("it has what is no octet");
    bytes[at++] = octet;
  }
  if (at > label + 1) end();
  bytes[label] = 0;
  if (label + 1 > 255) throw new RangeError("it has more than 255 octets");
  return label + 1 === bytes.length ? bytes : bytes.subarray(0, label + 1);
}

const usual = /^(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}$/;

/** A name in the one spelling that it is known by here; throws a RangeError for what no name can be. */
export function canonicalName(name: string): string {
  if (name.length <= 253 && usual.test(name)) return name;
  const wire = wireName(name);
  const labels = new NameText();
  for (let at = 0; wire[at]! > 0; at += wire[at]! + 1) labels.add(wire, at + 1, at + 1 + wire[at]!);
  return labels.toString();
}

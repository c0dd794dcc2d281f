import { bounds } from "../../bounds.js";
import { NameText } from "./name.js";

/** Why octets cannot be read, and where: their offset in the message. */
export class Unreadable extends Error {
  override name = "Unreadable";
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const labels = new NameText();

/** Reads a message from its start to a moving end, which is that of the record being read; every step is checked. */
export class Reader {
  readonly bytes: Buffer;
  at = 0;
  end: number;
  /** The name at octet 12, that of the question: the one most records point back to. */
  asked: string | undefined;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.end = bytes.length;
  }

  get left(): number {
    return this.end - this.at;
  }

  fail(message: string, at = this.at): never {
    throw new Unreadable(message, at);
  }

  /** Moves past so many octets; the offset of the first of them. */
  skip(octets: number): number {
    const from = this.at;
    if (octets > this.end - from) this.fail(`${octets} octets wanted, ${this.end - from} there`);
    this.at = from + octets;
    return from;
  }

  u8(): number {
    return this.bytes[this.skip(1)]!;
  }

  u16(): number {
    const from = this.skip(2);
    return (this.bytes[from]! << 8) | this.bytes[from + 1]!;
  }

  u32(): number {
    return this.bytes.readUInt32BE(this.skip(4));
  }

  hex(octets = this.left): string {
    const from = this.skip(octets);
    return this.bytes.toString("hex", from, this.at);
  }

  base64(octets = this.left): string {
    const from = this.skip(octets);
    return this.bytes.toString("base64", from, this.at);
  }

  /** Octets as chars 0 to 255. */
  octets(octets = this.left): string {
    const from = this.skip(octets);
    return this.bytes.toString("latin1", from, this.at);
  }

  /** A character-string (RFC 1035 §3.3). */
  string(): string {
    return this.octets(this.u8());
  }

  /** A name, compressed or not. A pointer must lead back, so that none can lead in a circle (RFC 1035 §4.1.4). */
  name(): string {
    const { bytes } = this;
    const start = this.at;
    if (this.asked !== undefined && bytes[start] === 0xc0 && bytes[start + 1] === 12) {
      this.skip(2);
      return this.asked;
    }
    let at = start;
    let floor = start;
    let end = -1;
    let hops = 0;
    let octets = 1;
    labels.clear();
    for (;;) {
      const length = bytes[at];
      if (length === undefined) this.fail("a name runs past the end", start);
      if (length === 0) break;
      if (length >= 0xc0) {
        const low = bytes[at + 1];
        if (low === undefined) this.fail("a name runs past the end", start);
        if (end < 0) end = at + 2;
        at = ((length & 0x3f) << 8) | low;
        if (at >= floor || at < 12) this.fail("a pointer in a name does not lead back", start);
        if (++hops > bounds.dns.pointers) this.fail(`a name of more than ${bounds.dns.pointers} pointers`, start);
        floor = at;
        continue;
      }
      if (length > 63) this.fail("a label of no known kind", start);
      octets += length + 1;
      if (octets > 255) this.fail("a name of more than 255 octets", start);
      const from = at + 1;
      at = from + length;
      if (at > bytes.length) this.fail("a name runs past the end", start);
      labels.add(bytes, from, at);
    }
    this.skip((end < 0 ? at + 1 : end) - start);
    return labels.toString();
  }
}

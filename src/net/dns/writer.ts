import { wireName } from "./name.js";

/** Writes a message; names are never compressed. What does not fit its field throws a RangeError. */
export class Writer {
  #bytes = Buffer.allocUnsafe(512);
  #at = 0;

  get at(): number {
    return this.#at;
  }

  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#at);
  }

  #grow(octets: number): number {
    const from = this.#at;
    this.#at += octets;
    if (this.#at > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#at, this.#bytes.length * 2));
      this.#bytes.copy(larger, 0, 0, from);
      this.#bytes = larger;
    }
    return from;
  }

  u8(value: number): void {
    const from = this.#grow(1);
    this.#bytes.writeUInt8(value, from);
  }

  u16(value: number): void {
    const from = this.#grow(2);
    this.#bytes.writeUInt16BE(value, from);
  }

  u32(value: number): void {
    const from = this.#grow(4);
    this.#bytes.writeUInt32BE(value, from);
  }

  raw(bytes: Uint8Array): void {
    const from = this.#grow(bytes.length);
    this.#bytes.set(bytes, from);
  }

  hex(text: string): void {
    this.raw(Buffer.from(text, "hex"));
  }

  base64(text: string): void {
    this.raw(Buffer.from(text, "base64"));
  }

  octets(text: string): void {
    this.raw(Buffer.from(text, "latin1"));
  }

  string(text: string): void {
    this.u8(text.length);
    this.octets(text);
  }

  name(name: string): void {
    this.raw(wireName(name));
  }

  /** A length of two octets, then what `body` writes. */
  counted(body: () => void): void {
    const from = this.#grow(2);
    body();
    this.#bytes.writeUInt16BE(this.#at - from - 2, from);
  }
}

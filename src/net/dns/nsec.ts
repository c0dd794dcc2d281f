import type { RecordType } from "../../syntax/record.js";
import { typeCode, typeName } from "./codes.js";
import type { Reader } from "./reader.js";
import type { Writer } from "./writer.js";

/** The types at a name as a bitmap, in windows of 256 (RFC 4034 §4.1.2). */
export function readTypes(from: Reader): string[] {
  const types: string[] = [];
  let last = -1;
  while (from.left > 0) {
    const window = from.u8();
    const octets = from.u8();
    if (window <= last || octets === 0 || octets > 32) from.fail("a bitmap of types out of order");
    last = window;
    const start = from.skip(octets);
    for (let bit = 0; bit < octets * 8; bit++) {
      if (from.bytes[start + (bit >> 3)]! & (0x80 >> (bit & 7))) types.push(typeName(window * 256 + bit));
    }
  }
  return types;
}

export function writeTypes(to: Writer, types: readonly string[]): void {
  const windows = new Map<number, Uint8Array>();
  const codes = types.map((type) => typeCode(type as RecordType)).sort((a, b) => a - b);
  for (const code of codes) {
    const bitmap = windows.get(code >> 8) ?? new Uint8Array(32);
    const octet = (code & 255) >> 3;
    bitmap[octet] = bitmap[octet]! | (0x80 >> (code & 7));
    windows.set(code >> 8, bitmap);
  }
  for (const [window, bitmap] of windows) {
    const octets = bitmap.findLastIndex((octet) => octet > 0) + 1;
    to.u8(window);
    to.u8(octets);
    to.raw(bitmap.subarray(0, octets));
  }
}

const digits = "0123456789abcdefghijklmnopqrstuv";

/** Base32 with the extended hex alphabet and without padding (RFC 5155 §3.3). */
export function base32(octets: string): string {
  const bits = Array.from(octets, (octet) => octet.charCodeAt(0).toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => digits[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

export function fromBase32(text: string): string {
  const bits = Array.from(text, (digit) => digits.indexOf(digit).toString(2).padStart(5, "0")).join("");
  return (bits.match(/.{8}/g) ?? []).map((eight) => String.fromCharCode(Number.parseInt(eight, 2))).join("");
}

import { bounds } from "../../bounds.js";
import { optType } from "./codes.js";
import type { Message } from "./message.js";
import type { Reader } from "./reader.js";
import type { Writer } from "./writer.js";

/** What the OPT record says (RFC 6891 §6.1). */
export interface Edns {
  /** The largest datagram its sender takes. */
  payload: number;
  version: number;
  /** DO: DNSSEC records are wanted. */
  dnssec: boolean;
  options: { code: number; /** Hex. */ data: string }[];
  errors: ExtendedError[];
}

/** RFC 8914 §2. */
export interface ExtendedError {
  code: number;
  /** Text of the server's own. */
  text: string;
}

const extendedError = 15;

/** Reads an OPT record's fields into the message: its class is a size, its TTL holds flags and more of the rcode. */
export function readEdns(from: Reader, message: Message, payload: number, ttl: number): void {
  if (message.edns) from.fail("a second OPT record"); // RFC 6891 §6.1.1
  message.rcode |= (ttl >>> 24) << 4;
  const edns: Edns = { payload, version: (ttl >>> 16) & 255, dnssec: (ttl & 0x8000) !== 0, options: [], errors: [] };
  message.edns = edns;
  while (from.left > 0) {
    const code = from.u16();
    const octets = from.u16();
    const start = from.skip(octets);
    if (code === extendedError && octets >= 2) {
      const text = from.bytes.toString("utf8", start + 2, from.at).replace(/\0+$/, "");
      edns.errors.push({ code: from.bytes.readUInt16BE(start), text: text.slice(0, bounds.shown) });
    } else edns.options.push({ code, data: from.bytes.toString("hex", start, from.at) });
  }
}

export function writeEdns(to: Writer, edns: Edns, rcode: number): void {
  to.name(".");
  to.u16(optType);
  to.u16(edns.payload);
  to.u8(rcode >> 4);
  to.u8(edns.version);
  to.u16(edns.dnssec ? 0x8000 : 0);
  to.counted(() => {
    for (const { code, text } of edns.errors) {
      to.u16(extendedError);
      to.counted(() => {
        to.u16(code);
        to.raw(Buffer.from(text, "utf8"));
      });
    }
    for (const { code, data } of edns.options) {
      to.u16(code);
      to.counted(() => to.hex(data));
    }
  });
}

import { canonical, familyOf, octetsOf } from "../syntax/address.js";

interface End {
  ip: string;
  port: number;
}

const signature = Buffer.from("\r\n\r\n\0\r\nQUIT\n", "latin1");

/**
 * The header by which a proxy tells a server whom it speaks for (HAProxy's PROXY protocol, version 1 in text and 2 in
 * octets). Both ends are of one family.
 */
export function proxyHeader(version: "v1" | "v2", from: End, to: End): Buffer {
  const family = familyOf(from.ip)!;
  if (version === "v1") {
    const words = [`TCP${family}`, canonical(from.ip), canonical(to.ip), from.port, to.port];
    return Buffer.from(`PROXY ${words.join(" ")}\r\n`);
  }
  const ends = Buffer.from([...octetsOf(from.ip), ...octetsOf(to.ip), 0, 0, 0, 0]);
  ends.writeUInt16BE(from.port, ends.length - 4);
  ends.writeUInt16BE(to.port, ends.length - 2);
  // Version 2, PROXY; then the family with TCP, and how much follows.
  return Buffer.concat([signature, Buffer.from([0x21, family === 4 ? 0x11 : 0x21, 0, ends.length]), ends]);
}

import { gzipSync } from "node:zlib";

/** One element of DER (X.690 §8.1). */
function der(tag: number, ...parts: (Buffer | string)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)));
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

function oid(text: string): Buffer {
  const [top = 0, second = 0, ...rest] = text.split(".").map(Number);
  const octets = [top * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc & 127];
    for (let left = arc >> 7; left > 0; left >>= 7) groups.unshift((left & 127) | 128);
    return groups;
  });
  return der(0x06, Buffer.from(octets));
}

const sequence = (...parts: (Buffer | string)[]): Buffer => der(0x30, ...parts);
const extension = (id: string, value: Buffer): Buffer => sequence(oid(id), der(0x04, value));

export interface Mark {
  uses?: string[];
  markType?: string | null;
  /** SVG of the logo, or what stands for its address as it is. */
  logo?: string | null;
  address?: string;
}

/** A Mark Certificate as far as it is read by itself, base64: its frame, subject, usages and logo. */
export function markCertificate({
  uses = ["1.3.6.1.5.5.7.3.31"],
  markType = "Registered Mark",
  logo,
  address,
}: Mark = {}) {
  const packed = gzipSync(Buffer.from(logo ?? "")).toString("base64");
  const uri = der(0x16, address ?? `data:image/svg+xml;base64,${packed}`);
  const details = sequence(
    der(0x16, "image/svg+xml"),
    sequence(sequence(sequence(), der(0x04, "hash"))),
    sequence(uri),
  );
  const logotype = sequence(der(0xa2, der(0xa0, sequence(sequence(details)))));
  const name = markType === null ? [] : [der(0x31, sequence(oid("1.3.6.1.4.1.53087.1.13"), der(0x0c, markType)))];
  const extensions = [
    extension("2.5.29.37", sequence(...uses.map(oid))),
    ...(logo === null ? [] : [extension("1.3.6.1.5.5.7.1.12", logotype)]),
  ];
  const signed = sequence(
    der(0xa0, der(0x02, "\x02")),
    der(0x02, "\x01"),
    sequence(),
    sequence(),
    sequence(),
    sequence(...name),
    sequence(),
    der(0xa3, sequence(...extensions)),
  );
  return sequence(signed, sequence(), der(0x03, "\0")).toString("base64");
}

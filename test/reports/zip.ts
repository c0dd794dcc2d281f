import { crc32, deflateRawSync } from "node:zlib";

/** What a test says of a file in a zip archive; the rest is as usual. */
export interface Entry {
  name: string;
  octets: Uint8Array;
  stored?: boolean;
  encrypted?: boolean;
  /** The size that the archive claims. */
  claims?: number;
}

/** A zip archive (APPNOTE.TXT §4.3). */
export function zipped(...entries: Entry[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, octets, stored = false, encrypted = false, claims = octets.length } of entries) {
    const data = stored ? Buffer.from(octets) : deflateRawSync(octets);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(encrypted ? 1 : 0, 2);
    about.writeUInt16LE(stored ? 0 : 8, 4);
    about.writeUInt32LE(crc32(octets), 10);
    about.writeUInt32LE(data.length, 14);
    about.writeUInt32LE(claims, 18);
    about.writeUInt16LE(Buffer.byteLength(name), 22);
    local.push(Buffer.from("PK\x03\x04"), about, Buffer.from(name), data);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(offset, 10);
    central.push(Buffer.from("PK\x01\x02\x14\0"), about, more, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

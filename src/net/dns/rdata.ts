import type { RecordData, RecordType } from "../../syntax/record.js";
import { typeCode, typeName } from "./codes.js";
import { base32, fromBase32, readTypes, writeTypes } from "./nsec.js";
import type { Reader } from "./reader.js";
import type { Writer } from "./writer.js";

/** Record data between the wire and values, type by type; the presentation form is in `syntax/rdata.ts`. */
interface Form<T> {
  read(from: Reader): T;
  write(to: Writer, data: T): void;
}

const nameForm: Form<string> = { read: (from) => from.name(), write: (to, name) => to.name(name) };
const base64Form: Form<string> = { read: (from) => from.base64(), write: (to, data) => to.base64(data) };
const hexForm: Form<string> = { read: (from) => from.hex(), write: (to, data) => to.hex(data) };

const textForm: Form<string[]> = {
  read(from) {
    if (from.left === 0) from.fail("no character-string"); // RFC 1035 §3.3.14
    const strings: string[] = [];
    while (from.left > 0) strings.push(from.string());
    return strings;
  },
  write: (to, strings) => strings.forEach((string) => to.string(string)),
};

const dsForm: Form<RecordData["DS"]> = {
  read: (from) => ({ keyTag: from.u16(), algorithm: from.u8(), digestType: from.u8(), digest: from.hex() }),
  write(to, data) {
    to.u16(data.keyTag);
    to.u8(data.algorithm);
    to.u8(data.digestType);
    to.hex(data.digest);
  },
};

const keyForm: Form<RecordData["DNSKEY"]> = {
  read: (from) => ({ flags: from.u16(), protocol: from.u8(), algorithm: from.u8(), key: from.base64() }),
  write(to, data) {
    to.u16(data.flags);
    to.u8(data.protocol);
    to.u8(data.algorithm);
    to.base64(data.key);
  },
};

const tlsaForm: Form<RecordData["TLSA"]> = {
  read: (from) => ({ usage: from.u8(), selector: from.u8(), matching: from.u8(), data: from.hex() }),
  write(to, data) {
    to.u8(data.usage);
    to.u8(data.selector);
    to.u8(data.matching);
    to.hex(data.data);
  },
};

const forms: { [T in RecordType]?: Form<RecordData[T]> } = {
  A: {
    read(from) {
      const at = from.skip(4);
      const { bytes } = from;
      return `${bytes[at]}.${bytes[at + 1]}.${bytes[at + 2]}.${bytes[at + 3]}`;
    },
    write: (to, ip) => ip.split(".").forEach((octet) => to.u8(Number(octet))),
  },
  AAAA: {
    read(from) {
      return ip6Text(Array.from({ length: 8 }, () => from.u16()));
    },
    write: (to, ip) => ip6Groups(ip).forEach((group) => to.u16(group)),
  },
  NS: nameForm,
  CNAME: nameForm,
  DNAME: nameForm,
  PTR: nameForm,
  MX: {
    read: (from) => ({ preference: from.u16(), exchange: from.name() }),
    write(to, data) {
      to.u16(data.preference);
      to.name(data.exchange);
    },
  },
  TXT: textForm,
  SPF: textForm,
  SOA: {
    read: (from) => ({
      mname: from.name(),
      rname: from.name(),
      serial: from.u32(),
      refresh: from.u32(),
      retry: from.u32(),
      expire: from.u32(),
      minimum: from.u32(),
    }),
    write(to, data) {
      to.name(data.mname);
      to.name(data.rname);
      for (const value of [data.serial, data.refresh, data.retry, data.expire, data.minimum]) to.u32(value);
    },
  },
  SRV: {
    read: (from) => ({ priority: from.u16(), weight: from.u16(), port: from.u16(), target: from.name() }),
    write(to, data) {
      for (const value of [data.priority, data.weight, data.port]) to.u16(value);
      to.name(data.target);
    },
  },
  NAPTR: {
    read: (from) => ({
      order: from.u16(),
      preference: from.u16(),
      flags: from.string(),
      service: from.string(),
      regexp: from.string(),
      replacement: from.name(),
    }),
    write(to, data) {
      for (const value of [data.order, data.preference]) to.u16(value);
      for (const value of [data.flags, data.service, data.regexp]) to.string(value);
      to.name(data.replacement);
    },
  },
  HINFO: {
    read: (from) => ({ cpu: from.string(), os: from.string() }),
    write(to, data) {
      to.string(data.cpu);
      to.string(data.os);
    },
  },
  CAA: {
    read(from) {
      const flags = from.u8();
      const tag = from.string();
      if (tag === "") from.fail("a CAA record without a tag"); // RFC 8659 §4.1
      return { flags, tag: tag.toLowerCase(), value: from.octets() };
    },
    write(to, data) {
      to.u8(data.flags);
      to.string(data.tag);
      to.octets(data.value);
    },
  },
  TLSA: tlsaForm,
  SMIMEA: tlsaForm,
  SSHFP: {
    read: (from) => ({ algorithm: from.u8(), hash: from.u8(), fingerprint: from.hex() }),
    write(to, data) {
      to.u8(data.algorithm);
      to.u8(data.hash);
      to.hex(data.fingerprint);
    },
  },
  OPENPGPKEY: base64Form,
  DS: dsForm,
  CDS: dsForm,
  DNSKEY: keyForm,
  CDNSKEY: keyForm,
  RRSIG: {
    read: (from) => ({
      covered: typeName(from.u16()),
      algorithm: from.u8(),
      labels: from.u8(),
      originalTtl: from.u32(),
      expiration: from.u32(),
      inception: from.u32(),
      keyTag: from.u16(),
      signer: from.name(),
      signature: from.base64(),
    }),
    write(to, data) {
      to.u16(typeCode(data.covered as RecordType));
      to.u8(data.algorithm);
      to.u8(data.labels);
      for (const value of [data.originalTtl, data.expiration, data.inception]) to.u32(value);
      to.u16(data.keyTag);
      to.name(data.signer);
      to.base64(data.signature);
    },
  },
  NSEC: {
    read: (from) => ({ next: from.name(), types: readTypes(from) }),
    write(to, data) {
      to.name(data.next);
      writeTypes(to, data.types);
    },
  },
  NSEC3: {
    read: (from) => ({
      algorithm: from.u8(),
      flags: from.u8(),
      iterations: from.u16(),
      salt: from.hex(from.u8()),
      next: base32(from.octets(from.u8())),
      types: readTypes(from),
    }),
    write(to, data) {
      writeHashing(to, data);
      to.string(fromBase32(data.next));
      writeTypes(to, data.types);
    },
  },
  NSEC3PARAM: {
    read: (from) => ({ algorithm: from.u8(), flags: from.u8(), iterations: from.u16(), salt: from.hex(from.u8()) }),
    write: writeHashing,
  },
};

/** Reads exactly up to the reader's end; data of an unknown type is hex. */
export function readRdata<T extends RecordType>(type: T, from: Reader): RecordData[T] {
  const form = (forms[type] ?? hexForm) as Form<RecordData[T]>;
  const data = form.read(from);
  if (from.left > 0) from.fail(`${from.left} octets more than ${type} data has`);
  return data;
}

export function writeRdata<T extends RecordType>(type: T, to: Writer, data: RecordData[T]): void {
  const form = (forms[type] ?? hexForm) as Form<RecordData[T]>;
  form.write(to, data);
}

/** RFC 5952 §4: the longest run of zero groups, two at least, is left out. */
function ip6Text(groups: number[]): string {
  let best = { from: -1, length: 1 };
  for (let from = 0; from < 8; from++) {
    let length = 0;
    while (groups[from + length] === 0) length++;
    if (length > best.length) best = { from, length };
    from += length;
  }
  const text = (some: number[]): string => some.map((group) => group.toString(16)).join(":");
  if (best.from < 0) return text(groups);
  return `${text(groups.slice(0, best.from))}::${text(groups.slice(best.from + best.length))}`;
}

function ip6Groups(ip: string): number[] {
  const [head = "", tail] = ip.split("::");
  const parse = (text: string): number[] => (text === "" ? [] : text.split(":").map((group) => Number(`0x${group}`)));
  const [before, after] = [parse(head), parse(tail ?? "")];
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<number>(Math.max(gap, 0)).fill(0), ...after];
}

function writeHashing(to: Writer, data: RecordData["NSEC3PARAM"]): void {
  to.u8(data.algorithm);
  to.u8(data.flags);
  to.u16(data.iterations);
  to.u8(data.salt.length / 2);
  to.hex(data.salt);
}

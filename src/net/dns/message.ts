import { bounds } from "../../bounds.js";
import type { RecordType } from "../../syntax/record.js";
import type { ResourceRecord } from "../net.js";
import { inClass, optType, typeCode, typeName } from "./codes.js";
import { type Edns, readEdns, writeEdns } from "./edns.js";
import { readRdata, writeRdata } from "./rdata.js";
import { Reader, Unreadable } from "./reader.js";
import { Writer } from "./writer.js";

/** A DNS message as a value (RFC 1035 §4.1). */
export interface Message {
  id: number;
  /** QR: a response. */
  response: boolean;
  opcode: number;
  aa: boolean;
  tc: boolean;
  rd: boolean;
  ra: boolean;
  ad: boolean;
  cd: boolean;
  /** With the upper bits that EDNS has for it. */
  rcode: number;
  questions: Question[];
  answers: WireRecord[];
  authorities: WireRecord[];
  additionals: WireRecord[];
  edns?: Edns;
  /** Records that could not be read though the message around them could. */
  problems: Problem[];
  /** Records past our bound. */
  unread: number;
}

export interface Question {
  name: string;
  type: RecordType;
  class: number;
}

export interface WireRecord extends ResourceRecord {
  class: number;
}

export type Section = "answers" | "authorities" | "additionals";

export interface Problem {
  section: Section;
  name: string;
  type: string;
  /** Offset in the message. */
  at: number;
  text: string;
}

/** Any octets give a message, or the place from which on there is none. */
export type Read = { ok: true; message: Message } | { ok: false; at: number; error: string };

export function readMessage(bytes: Buffer): Read {
  const from = new Reader(bytes);
  try {
    return { ok: true, message: read(from) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ok: false, at: error.at, error: error.message };
  }
}

function read(from: Reader): Message {
  const id = from.u16();
  const flags = from.u16();
  const [questions, answers, authorities, additionals] = [from.u16(), from.u16(), from.u16(), from.u16()];
  const message: Message = {
    id,
    response: (flags & 0x8000) !== 0,
    opcode: (flags >> 11) & 15,
    aa: (flags & 0x400) !== 0,
    tc: (flags & 0x200) !== 0,
    rd: (flags & 0x100) !== 0,
    ra: (flags & 0x80) !== 0,
    ad: (flags & 0x20) !== 0,
    cd: (flags & 0x10) !== 0,
    rcode: flags & 15,
    questions: [],
    answers: [],
    authorities: [],
    additionals: [],
    problems: [],
    unread: 0,
  };
  for (let question = 0; question < questions; question++) {
    const name = from.name();
    from.asked ??= name;
    message.questions.push({ name, type: typeName(from.u16()), class: from.u16() });
  }
  let room = readSection(from, message, "answers", answers, bounds.dns.records);
  room = readSection(from, message, "authorities", authorities, room);
  readSection(from, message, "additionals", additionals, room);
  return message;
}

/** Reads the records of a section as long as there is room, and passes over the others; what room is left. */
function readSection(from: Reader, message: Message, section: Section, count: number, room: number): number {
  for (let record = 0; record < count; record++) {
    if (record < room) readRecord(from, message, section);
    else skipRecord(from, message);
  }
  return Math.max(room - count, 0);
}

function readRecord(from: Reader, message: Message, section: Section): void {
  const name = from.name();
  const code = from.u16();
  const rrClass = from.u16();
  const ttl = from.u32();
  const octets = from.u16();
  const start = from.skip(octets);
  const end = from.end;
  from.at = start;
  from.end = start + octets;
  try {
    if (code === optType) readEdns(from, message, rrClass, ttl);
    else {
      const type = typeName(code);
      message[section].push({ name, type, class: rrClass, ttl, data: readRdata(type, from) });
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const type = code === optType ? "OPT" : typeName(code);
    message.problems.push({ section, name, type, at: error.at, text: error.message });
  }
  from.at = start + octets;
  from.end = end;
}

function skipRecord(from: Reader, message: Message): void {
  from.name();
  from.skip(8);
  from.skip(from.u16());
  message.unread++;
}

/** A message as octets; sections left out are empty. Throws a RangeError for what does not fit. */
export function writeMessage(message: Partial<Message>): Buffer {
  const to = new Writer();
  const { questions = [], answers = [], authorities = [], additionals = [], rcode = 0, edns } = message;
  to.u16(message.id ?? 0);
  to.u16(
    (message.response ? 0x8000 : 0) |
      ((message.opcode ?? 0) << 11) |
      (message.aa ? 0x400 : 0) |
      (message.tc ? 0x200 : 0) |
      (message.rd ? 0x100 : 0) |
      (message.ra ? 0x80 : 0) |
      (message.ad ? 0x20 : 0) |
      (message.cd ? 0x10 : 0) |
      (rcode & 15),
  );
  to.u16(questions.length);
  to.u16(answers.length);
  to.u16(authorities.length);
  to.u16(additionals.length + (edns ? 1 : 0));
  for (const question of questions) {
    to.name(question.name);
    to.u16(typeCode(question.type));
    to.u16(question.class);
  }
  for (const record of [...answers, ...authorities, ...additionals]) {
    to.name(record.name);
    to.u16(typeCode(record.type));
    to.u16(record.class);
    to.u32(record.ttl);
    to.counted(() => writeRdata(record.type, to, record.data));
  }
  if (edns) writeEdns(to, edns, rcode);
  return to.bytes;
}

/** What a question is asked with. */
export interface Asking {
  /** Recursion desired. */
  rd: boolean;
  cd: boolean;
  /** With EDNS; `dnssec` sets DO. */
  edns: boolean;
  dnssec?: boolean;
}

/** A question as octets, with an id of 0 to be filled in. AD is set: the answer's AD is of interest (RFC 6840 §5.7). */
export function writeQuery(name: Buffer, type: RecordType, { rd, cd, edns, dnssec }: Asking): Buffer {
  const bytes = Buffer.allocUnsafe(12 + name.length + 4 + (edns ? 11 : 0)).fill(0);
  bytes[2] = rd ? 1 : 0;
  bytes[3] = 0x20 | (cd ? 0x10 : 0);
  bytes[5] = 1;
  bytes.set(name, 12);
  const at = 12 + name.length;
  bytes.writeUInt16BE(typeCode(type), at);
  bytes[at + 3] = inClass;
  if (edns) {
    bytes[11] = 1;
    bytes[at + 6] = optType;
    bytes.writeUInt16BE(bounds.dns.payload, at + 7);
    bytes[at + 11] = dnssec ? 0x80 : 0;
  }
  return bytes;
}

/** Whether octets are a response to just this question, whatever else they hold. */
export function responds(bytes: Buffer, query: Buffer, nameLength: number): boolean {
  if (bytes.length < 12 || (bytes[2]! & 0xf8) !== 0x80) return false; // QR set, opcode QUERY
  if (bytes[4] !== 0 || bytes[5] !== 1) return false;
  const end = 12 + nameLength;
  if (bytes.length < end + 4) return false;
  for (let at = 12; at < end; at++) {
    const [one, other] = [bytes[at]!, query[at]!];
    if (one !== other && lower(one) !== lower(other)) return false;
  }
  for (let at = end; at < end + 4; at++) if (bytes[at] !== query[at]) return false;
  return true;
}

const lower = (octet: number): number => (octet >= 0x41 && octet <= 0x5a ? octet | 0x20 : octet);

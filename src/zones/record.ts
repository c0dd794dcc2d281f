import type { RecordType, ResourceRecord } from "../net/net.js";
import { Writer } from "../net/dns/writer.js";
import { writeRdata } from "../net/dns/rdata.js";

/** Where something stands in a file. Lines and columns begin at 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** A record that somebody proposes, and where. */
export interface ZoneRecord<T extends RecordType = RecordType> extends ResourceRecord<T>, Place {
  file: string;
  line: number;
  /** No TTL is written: this one is what the provider gives by itself. */
  ttlAssumed?: true;
}

/**
 * What a source can show. `zone`: every record there is, so that what is not there is absent. `partial`: some; others may
 * be kept elsewhere. `plan`: only what changes. `live`: the answers to questions somebody asked. Only a whole zone proves
 * absence.
 */
export type Completeness = "zone" | "partial" | "plan" | "live";

/** Something that a reader of the source should know: what a server makes of it that it does not say itself. */
export interface Note extends Place {
  text: string;
}

/** A record whose type has nothing to do with mail, so that its data is not read; its name exists all the same. */
export interface Unread extends Place {
  name: string;
  type: RecordType;
}

/** What somebody asked for, and the rcode that came back. */
export interface Asked extends Place {
  name: string;
  type: RecordType;
  rcode: string;
}

/** What one source says of one zone. */
export interface Zone {
  /** Its apex; the root where a source does not say which zones its records are of. */
  origin: string;
  completeness: Completeness;
  records: ZoneRecord[];
  unread: Unread[];
  notes: Note[];
  /** Of a live source: its questions. */
  asked?: Asked[];
}

/** The data of a record as it goes over the wire, no name in it compressed (RFC 3597 §4). */
export function wireData({ type, data }: ResourceRecord): Uint8Array {
  const to = new Writer();
  writeRdata(type, to, data);
  return to.bytes;
}

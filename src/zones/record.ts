import type { RecordType, ResourceRecord } from "../net/net.js";
import { Writer } from "../net/dns/writer.js";
import { writeRdata } from "../net/dns/rdata.js";

/** Where something stands in a file. Lines and columns begin at 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
  /** The resource that it is of, as its tool names it: `aws_route53_record.mx[0]`. */
  address?: string;
}

/** How a provider chooses among several record sets of one name and type. */
export interface Routing {
  kind: "weighted" | "latency" | "failover" | "geo" | "network" | "multivalue" | "other";
  /** Which of the sets. */
  id?: string;
  /** For whom or how often, in the provider's words: `weight 1`, `country GB`. */
  rule?: string;
}

/** A record that somebody proposes, and where. */
export interface ZoneRecord<T extends RecordType = RecordType> extends ResourceRecord<T>, Place {
  file: string;
  line: number;
  column: number;
  /** No TTL is written: this one is what the provider gives by itself. */
  ttlAssumed?: true;
  /** One of several sets that a provider chooses from; their data is the same, so that everybody is answered this. */
  routing?: Routing;
}

/**
 * Something stands at a name, and the source does not show what will be answered. It is not absent, and its data is not
 * known: whoever asks for it gets no answer, not even that there is none.
 */
export interface UnknownRecord extends Place {
  /** Left out where the name is not known either: it may be any name of the zone. */
  name?: string;
  /** Left out where it may be any type. */
  type?: RecordType;
  /**
   * `computed`: known when the plan is applied. `sensitive`: marked so, and not kept. `proxied`: the provider answers with
   * addresses, or whatever else, of its own. `alias`: the provider answers with the records of `alias`. `routing`: the answer depends on who
   * asks. `refused`: no server takes the value, so that applying the plan fails at it. `published`: what stands in DNS now,
   * which the source replaces without saying what it is.
   */
  why: "computed" | "sensitive" | "proxied" | "alias" | "routing" | "refused" | "published";
  ttl?: number;
  alias?: string;
  routing?: Routing;
  /** Of what is refused: why, and how to mend it. */
  fault?: string;
}

/** One step of a plan. Records that it does not touch are in no change. */
export interface Change extends Place {
  action: "create" | "update" | "delete" | "replace";
  /** Before and after are all that the name has of the type, so that after a deletion there is none. */
  whole?: true;
  /** Of a replacement: whether for a while there is none, or both. */
  order?: "delete-create" | "create-delete";
  before: ZoneRecord[];
  after: ZoneRecord[];
  /** What is not known of either side. */
  unknown?: { before: UnknownRecord[]; after: UnknownRecord[] };
  /** The address that the resource had before. */
  moved?: string;
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

/** A comment that asks for findings to be borne, or what is wrong with it. */
export interface Commented extends Place {
  checks: string[];
  reason?: string;
  until?: string;
  fault?: string;
  /** The record sets that it stands at, with the mail hosts that they name. */
  of: { name: string; type?: string; hosts: string[] }[];
}

/** What one source says of one zone. */
export interface Zone {
  /** Its apex; the root where a source does not say which zones its records are of. */
  origin: string;
  /** Which of several zones of this name: the one inside of a network, or the one outside. */
  view?: string;
  completeness: Completeness;
  records: ZoneRecord[];
  unread: Unread[];
  notes: Note[];
  /** Comments that ask for findings to be borne. */
  ignores?: Commented[];
  /** Of a live source: its questions. */
  asked?: Asked[];
  /** What stands there without its data being known. */
  unknown?: UnknownRecord[];
  /** Of a plan: its steps, in its order. `records` is what there will be; undoing the steps gives what there is. */
  changes?: Change[];
  /** Of a plan: what happens to the hosted zone itself. */
  hosted?: Change["action"];
  /** Who serves it, where the source says so: `route53`, `cloudflare`, `google`, `azure` … */
  provider?: string;
}

/** The data of a record as it goes over the wire, no name in it compressed (RFC 3597 §4). */
export function wireData({ type, data }: ResourceRecord): Uint8Array {
  const to = new Writer();
  writeRdata(type, to, data);
  return to.bytes;
}

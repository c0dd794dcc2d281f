import { bounds } from "../bounds.js";
import type { RecordType } from "../syntax/record.js";
import { tokens } from "../syntax/rdata.js";
import { dataFault } from "./data-fault.js";
import { absoluteName } from "./names.js";
import type { Provider } from "./providers.js";
import { type Data, readData } from "./record-data.js";
import type { Note, Place, Routing, UnknownRecord, Unread, ZoneRecord } from "./record.js";
import { decodeTxt } from "./txt.js";
import { typeOf } from "./types.js";

/** The records of one name and type as a provider's interface has them. */
export interface RecordSet {
  /** In the one spelling that names have; undefined where the plan does not know it yet. */
  name: string | undefined;
  /** As it is written; undefined where the plan does not know it yet. */
  type: string | undefined;
  /** Seconds; undefined where none is said. */
  ttl: number | undefined;
  /** As they are written. */
  values: readonly (string | undefined)[];
  /** Why the values are not known. */
  why?: UnknownRecord["why"];
  /** The name whose records are answered in its place. */
  alias?: string;
  routing?: Routing;
  place: Place;
}

/** What a source says of some names, before or after. */
export interface Side {
  records: ZoneRecord[];
  unknown: UnknownRecord[];
  unread: Unread[];
  notes: Note[];
}

export const emptySide = (): Side => ({ records: [], unknown: [], unread: [], notes: [] });

/** Types that some providers have in place of an alias at the apex. */
const aliasTypes: ReadonlySet<string> = new Set(["ALIAS", "ANAME"]);

/** The records of a set, as its provider would serve them; names in data without a dot are below `origin` where it has them so. */
export function sideOf(set: RecordSet, provider: Provider, origin: string | undefined): Side {
  const side = emptySide();
  const { name, place, routing } = set;
  const word = set.type;
  const ttl = ttlOf(set, provider);
  const unknown = (why: UnknownRecord["why"], more: Partial<UnknownRecord> = {}): void => {
    const named = { ...(name !== undefined && { name }), ...(routing && { routing }), ttl: ttl.ttl };
    side.unknown.push({ ...place, ...named, why, ...more });
  };
  const kind = word === undefined ? undefined : typeOf(word);
  if (word !== undefined && !kind) {
    if (aliasTypes.has(word.toUpperCase())) {
      const alias = set.alias ?? aliasTarget(set.values[0], provider, origin);
      for (const type of ["A", "AAAA"] as const) unknown("alias", { type, ...(alias !== undefined && { alias }) });
    } else {
      const text = `${name ?? "a name"} has a record of type ${word}, which is the provider's own`;
      side.notes.push({ ...place, text });
      unknown("proxied");
    }
    return side;
  }
  const typed = kind ? { type: kind.type } : {};
  if (set.why !== undefined || name === undefined || !kind) {
    unknown(set.why ?? "computed", { ...typed, ...(set.alias !== undefined && { alias: set.alias }) });
    return side;
  }
  const { type, unread } = kind;
  if (unread) {
    side.unread.push({ name, type, ...place });
    return side;
  }
  // Of what is there and has no data, nothing is known.
  if (set.values.length === 0) unknown("refused", { type, fault: "the data is missing" });
  for (const value of set.values) {
    if (value === undefined) {
      unknown("refused", { type, fault: "the data is no text" });
      continue;
    }
    const read = readValue(type, value, provider, origin);
    if (read.note !== undefined) side.notes.push({ ...place, text: `${name} ${type}: ${read.note}` });
    if ("fault" in read) unknown("refused", { type, fault: read.fault });
    else
      side.records.push({ name, type, data: read.data, ...ttl, ...(routing && { routing }), ...place } as ZoneRecord);
  }
  return side;
}

function ttlOf({ ttl }: RecordSet, provider: Provider): { ttl: number; ttlAssumed?: true } {
  if (ttl === undefined) return { ttl: provider.ttl, ttlAssumed: true };
  if (ttl === 1 && provider.automatic !== undefined) return { ttl: provider.automatic, ttlAssumed: true };
  return { ttl: ttl > 0x7fff_ffff ? 0 : ttl }; // RFC 2181 §8
}

type ReadValue = ({ data: Data } | { fault: string }) & { note?: string };

function readValue(type: RecordType, written: string, provider: Provider, origin: string | undefined): ReadValue {
  if (written.length > bounds.zones.data) return { fault: `data of more than ${bounds.zones.data} characters` };
  if (type === "TXT" || type === "SPF") return readText(type, written, provider);
  const octets = Buffer.from(written, "utf8").toString("latin1");
  const read = readData(type, tokens(octets), below(provider, origin));
  if (!read.ok) {
    const dotless = provider.bare === "refused" && read.error.endsWith("no origin is set");
    return { fault: dotless ? `${read.error.split(" is no name")[0]!} has no dot at its end` : read.error };
  }
  const fault = dataFault(type, read.value);
  return fault ? { fault: fault.text } : { data: read.value };
}

function readText(type: RecordType, written: string, provider: Provider): ReadValue {
  const { strings, refused, note } = decodeTxt(provider.text, written);
  const told = note === undefined ? {} : { note };
  if (refused !== undefined) return { fault: refused, ...told };
  const octets = strings.reduce((sum, string) => sum + string.length, 0);
  if (provider.longest !== undefined && octets > provider.longest)
    return { fault: `${octets} octets of text; the provider takes ${provider.longest}`, ...told };
  const fault = dataFault(type, strings);
  return fault ? { fault: fault.text, ...told } : { data: strings, ...told };
}

/** What a name in data is below, if it has no dot at its end. */
const below = ({ bare }: Provider, origin: string | undefined): string | undefined =>
  bare === "absolute" ? "." : bare === "relative" ? origin : undefined;

/** The name that an alias leads to; undefined for what is none. */
export function aliasTarget(
  written: string | undefined,
  provider: Provider,
  origin: string | undefined,
): string | undefined {
  return written === undefined ? undefined : nameIn(written, below(provider, origin));
}

/** A name as it is written, below an origin if it has no dot at its end; undefined for what is none. */
export function nameIn(written: string, origin: string | undefined): string | undefined {
  if (written === "" || (written === "@" && origin === ".")) return undefined;
  try {
    return absoluteName(Buffer.from(written, "utf8").toString("latin1"), origin);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

/** A name that is absolute whether it has a dot at its end or none. */
export const fullName = (written: string): string | undefined => nameIn(written, ".");

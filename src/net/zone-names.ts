import { parentOf } from "../syntax/domain-name.js";
import { plainName } from "../syntax/rdata.js";
import { NetError, type RecordType, type ResourceRecord } from "./net.js";

/** A zone that is answered from, in place of what is live. */
export interface Overlaid {
  /** Its apex. */
  origin: string;
  /** Every record there is: what is not there does not exist. Otherwise the net below is asked for it. */
  whole: boolean;
  records: readonly ResourceRecord[];
  /** Names that exist for a type whose data is not known here; left out, it may be any name, or any type. */
  others?: readonly Obscure[];
  /** Certainly not there though the zone is not whole: what a change takes away. */
  gone?: readonly { name: string; type: RecordType }[];
}

/** Something stands at a name, and what it answers is not known; or it answers with the records of `alias`. */
export interface Obscure {
  name?: string;
  type?: RecordType;
  /** Why, in words: `its value is known only once the plan is applied`. */
  why: string;
  alias?: string;
}

/** What a zone has at a name. */
export interface Found {
  /** Whether the name exists. */
  exists: boolean;
  records: readonly ResourceRecord[];
  alias?: string;
}

/** The names of a zone, and what its servers would answer of them (RFC 1034 §4.3.2, RFC 4592). */
export class ZoneNames {
  readonly origin: string;
  readonly #whole: boolean;
  readonly #held = new Map<string, ResourceRecord[]>();
  /** Every name that exists, those between included (RFC 4592 §2.2.2). */
  readonly #existing = new Set<string>();
  readonly #obscure = new Map<string, Obscure[]>();
  readonly #anywhere: Obscure[] = [];
  readonly #gone: ReadonlySet<string>;
  #cuts = 0;

  constructor({ origin, whole, records, others = [], gone = [] }: Overlaid) {
    this.origin = plainName(origin);
    this.#whole = whole;
    this.#gone = new Set(gone.map(({ name, type }) => keyOf(plainName(name), type)));
    for (const record of records) {
      const name = plainName(record.name);
      const held = this.#held.get(name);
      if (held) held.push(record);
      else this.#held.set(name, [record]);
      this.#exists(name);
      if (record.type === "NS" && name !== this.origin) this.#cuts++;
    }
    for (const one of others) {
      if (one.name === undefined) {
        this.#anywhere.push(one);
        continue;
      }
      const name = plainName(one.name);
      this.#obscure.set(name, [...(this.#obscure.get(name) ?? []), one]);
      this.#exists(name);
    }
  }

  #exists(name: string): void {
    for (let at: string | undefined = name; at !== undefined && !this.#existing.has(at); at = parentOf(at)) {
      this.#existing.add(at);
      if (at === this.origin) return;
    }
  }

  /** The cut that a name is at or below, so that other servers answer for it. */
  handsOn(name: string, type: RecordType): string | undefined {
    if (this.#cuts === 0) return undefined;
    for (let at: string | undefined = name; at !== undefined && at !== this.origin; at = parentOf(at)) {
      if (type === "DS" && at === name) continue;
      if (this.#held.get(at)?.some((record) => record.type === "NS")) return at;
    }
    return undefined;
  }

  /** The records that stand at a name itself. */
  held(name: string, type: RecordType): readonly ResourceRecord[] {
    return this.#held.get(name)?.filter((record) => record.type === type) ?? [];
  }

  /** What is answered of a name that is not handed on; nothing where the part of a zone that is known does not tell. */
  find(name: string, type: RecordType): Found | undefined {
    // Of a part of a zone, no name is known not to exist, so that its wildcards may not speak for any.
    const source = this.#existing.has(name) ? name : this.#whole ? this.#wildcardFor(name) : undefined;
    const at = source === undefined ? undefined : this.#at(source, type);
    if (at && (at.alias !== undefined || at.records.length > 0)) return at;
    if (this.#gone.has(keyOf(name, type))) return { exists: source !== undefined, records: [] };
    if (!this.#whole) return undefined;
    const [any] = this.#anywhere.filter((one) => one.type === undefined || one.type === type);
    if (any) throw notShown(`a record whose name is not known may be at ${name}`, any.why);
    return at ?? { exists: false, records: [] };
  }

  /** What stands at a name, or at a wildcard that speaks for it. */
  #at(name: string, type: RecordType): Found {
    const records = this.held(name, type);
    const [alias] = type === "CNAME" ? [] : this.held(name, "CNAME");
    if (alias) return { exists: true, records: [], alias: plainName(alias.data as string) };
    const hidden = (this.#obscure.get(name) ?? []).find((one) => hides(one, type));
    if (hidden?.alias !== undefined && (type === "A" || type === "AAAA"))
      return { exists: true, records: [], alias: plainName(hidden.alias) };
    if (hidden) throw notShown(`${name} ${type}`, hidden.why);
    return { exists: true, records };
  }

  /** The wildcard at the closest name that exists (RFC 4592 §3.3.1). */
  #wildcardFor(name: string): string | undefined {
    for (let at = parentOf(name); at !== undefined; at = parentOf(at)) {
      if (!this.#existing.has(at) && at !== this.origin) continue;
      const wildcard = at === "." ? "*" : `*.${at}`;
      return this.#existing.has(wildcard) ? wildcard : undefined;
    }
    return undefined;
  }
}

const hides = (one: Obscure, type: RecordType): boolean =>
  one.type === undefined || one.type === type || (one.type === "CNAME" && type !== "CNAME");

const keyOf = (name: string, type: RecordType): string => `${name} ${type}`;

/** Nobody knows what will be answered. */
export function notShown(what: string, why: string): NetError {
  const text = `${what}: ${why}`;
  return new NetError("offline", text, { because: { id: `proposal ${what}`, text } });
}

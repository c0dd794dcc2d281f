import { bounds } from "../bounds.js";
import { isWithin, parentOf } from "../syntax/domain-name.js";
import { plainName } from "../syntax/rdata.js";
import { type Answer, type DnsHow, type Net, NetError, type RecordType, type ResourceRecord } from "./net.js";

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

/**
 * A net in which zones stand already that are not published yet: names of theirs are answered as their servers would
 * (RFC 1034 §4.3.2, RFC 4592), all else by the net below.
 */
export function overlay(net: Net, zones: readonly Overlaid[], server = "proposed"): Net {
  const names = zones.map((zone) => new Names(zone)).sort((a, b) => b.origin.length - a.origin.length);

  const dns = async <T extends RecordType>(name: string, type: T, how?: DnsHow): Promise<Answer<T>> => {
    const asked = plainName(name);
    const aliases: string[] = [];
    for (let at = asked; ;) {
      const found = inZones(at, type, how);
      if (!found) return await below(asked, at, type, how, aliases);
      if (found.alias === undefined) {
        const records = found.records.map((record) => ({ ...record, name: at })) as ResourceRecord<T>[];
        return { name: asked, type, rcode: found.exists ? "NOERROR" : "NXDOMAIN", records, aliases, ad: false, server };
      }
      if (found.alias === asked || aliases.includes(found.alias))
        return { name: asked, type, rcode: "NOERROR", records: [], aliases, loop: true, ad: false, server };
      aliases.push(found.alias);
      if (aliases.length > bounds.dns.aliases)
        throw new NetError("limit", `${asked} leads through more than ${bounds.dns.aliases} aliases`);
      at = found.alias;
    }
  };

  /** What the zones say of a name; nothing where they have no say. */
  function inZones(name: string, type: RecordType, how: DnsHow | undefined): Found | undefined {
    // A cut hands the name to the zone below it, if that is among them; its DS stays above (RFC 4035 §3.1.4.1).
    const holding = names.filter(({ origin }) => isWithin(name, origin) && !(type === "DS" && name === origin));
    const zone = holding[0];
    if (!zone || zone.handsOn(name, type)) return undefined;
    const found = zone.find(name, type);
    if (found && (how?.server !== undefined || how?.dnssec || how?.cd)) throw unsigned(name);
    return found;
  }

  /** The rest of the way, which may come back to a name of the zones. */
  async function below<T extends RecordType>(
    asked: string,
    at: string,
    type: T,
    how: DnsHow | undefined,
    aliases: string[],
  ): Promise<Answer<T>> {
    const answer = await net.dns(at, type, how);
    const back = answer.aliases.findIndex((alias) => inZones(alias, type, how) !== undefined);
    if (back < 0)
      return aliases.length === 0 ? answer : { ...answer, name: asked, aliases: [...aliases, ...answer.aliases] };
    const rest = await dns(answer.aliases[back]!, type, how);
    return { ...rest, name: asked, aliases: [...aliases, ...answer.aliases.slice(0, back + 1), ...rest.aliases] };
  }

  return { ...net, dns };
}

interface Found {
  /** Whether the name exists. */
  exists: boolean;
  records: readonly ResourceRecord[];
  alias?: string;
}

/** The names of a zone. */
class Names {
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

  /** Whether the name is at or below a cut, so that other servers answer for it. */
  handsOn(name: string, type: RecordType): boolean {
    if (this.#cuts === 0) return false;
    for (let at: string | undefined = name; at !== undefined && at !== this.origin; at = parentOf(at)) {
      if (type === "DS" && at === name) continue;
      if (this.#held.get(at)?.some((record) => record.type === "NS")) return true;
    }
    return false;
  }

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
    const held = this.#held.get(name) ?? [];
    const records = held.filter((record) => record.type === type);
    const alias = type === "CNAME" ? undefined : held.find((record) => record.type === "CNAME");
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

function notShown(what: string, why: string): NetError {
  const text = `${what}: ${why}`;
  return new NetError("offline", text, { because: { id: `proposal ${what}`, text } });
}

function unsigned(name: string): NetError {
  const text = "what only its servers can tell is not known of a zone that is proposed";
  return new NetError("offline", `${name}: ${text}`, { because: { id: "proposal", text } });
}

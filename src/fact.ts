import type { Net, RecordType, Answer, DnsHow } from "./net/net.js";
import type { Exhibit } from "./finding.js";
import type { Identified, Identities } from "./subject.js";

/** Why something could not be learnt, as a value: results that share one are told as one. */
export interface Cause {
  id: string;
  text: string;
  /** What would let it be learnt, a step a line. */
  next?: string[];
}

/** A fact, gathered: three answers that are never mixed up. */
export type Known<T> =
  | { state: "known"; value: T }
  | { state: "absent"; reason: string }
  | { state: "unknown"; reason: string; code: string; because?: Cause; seen?: Exhibit[] };

/** What a fact must be contacted for; shown by `--list`, so that a cautious admin sees it before running. */
export type Contact = "dns" | "tcp" | "smtp" | "https" | "file" | "nothing";

/** One piece of evidence about one identity. If the other side answered, it is a value; if nobody did, gather throws. */
export interface Fact<K extends Identified = Identified, T = unknown> {
  id: string;
  of: K;
  /** `dns` unless said otherwise. */
  reaches?: Contact;
  /** Milliseconds until it counts as unknown. */
  deadline?: number;
  gather(of: Identities[K], tools: Tools): Promise<T | Absent>;
}

/** What a fact may use: the net, bound to the fact's own deadline, and other facts. */
export interface Tools extends Pick<Net, "smtp" | "reach" | "https" | "file" | "local" | "now"> {
  dns<T extends RecordType>(name: string, type: T, how?: DnsHow): Promise<Answer<T>>;
  /** Another fact, gathered once for all who ask; throws as it threw when it could not be learnt. */
  ask<K extends Identified, T>(fact: Fact<K, T>, of: Identities[K]): Promise<T | Absent>;
  /** What the run was told besides its targets. */
  here: Here;
  signal: AbortSignal;
}

/** What the run was told besides its targets: of the place it measures from, and of earlier runs. */
export interface Here {
  /** Mail hosts that are certain to answer on port 25, by which a blocked way out is known. */
  controls: readonly string[];
  /** Zones of the blocklists to ask. */
  lists: readonly string[];
  /** The user vouches for the way to the resolver, so that its word on DNSSEC is believed as if it came from here. */
  trustAd: boolean;
  /** What earlier runs saw; left out where nobody keeps it. */
  history?: History;
}

/** What earlier runs saw. */
export interface History {
  /** When a public key, base64 of SubjectPublicKeyInfo, was first seen at a DKIM selector: ISO 8601, UTC. */
  keyFirstSeen(selector: string, spki: string): Promise<string | undefined>;
}

/** What all copies of the package know it by: a plugin may bring its own. */
const absence = Symbol.for("mailworthy.Absent");

/** Certain absence: no such record, no selector, a null MX. */
export class Absent {
  static [Symbol.hasInstance](value: unknown): value is Absent {
    return typeof value === "object" && value !== null && absence in value;
  }
  get [absence](): true {
    return true;
  }
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}
export const absent = (reason: string): Absent => new Absent(reason);
export const isAbsent = (value: unknown): value is Absent => value instanceof Absent;

/** A fact whose absence the check wants to hear of: it gets `null` instead of being skipped. */
export interface Maybe<F extends Fact<any, any> = Fact> {
  maybe: F;
}
export const maybe = <F extends Fact<any, any>>(fact: F): Maybe<F> => ({ maybe: fact });

/** A fact as it is before a change and after it, `null` where it is absent; only a gate has both. */
export interface Across<F extends Fact<any, any> = Fact> {
  across: F;
}
export const across = <F extends Fact<any, any>>(fact: F): Across<F> => ({ across: fact });

/** Only what JSON can hold, so that evidence can always be saved and judged again. */
export type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends Date | Map<any, any> | Set<any> | Uint8Array | ((...of: any) => any)
    ? never
    : T extends object
      ? { [Key in keyof T]: Plain<T[Key]> }
      : never;

export function defineFact<K extends Identified, T>(
  fact: Omit<Fact<K, T>, "gather"> & { gather(of: Identities[K], tools: Tools): Promise<(T & Plain<T>) | Absent> },
): Fact<K, T> {
  return fact as Fact<K, T>;
}

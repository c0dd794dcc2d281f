import { bounds } from "./bounds.js";
import { absent, type Fact, type Here, isAbsent, type Known, type Tools } from "./fact.js";
import { type Net, NetError } from "./net/net.js";
import type { Identified, Identities } from "./subject.js";

type Entry = Promise<Known<unknown>>;

/**
 * Gathers each fact at most once for each identity, whoever asks, and turns every throw into "unknown". What one
 * target alone has is kept in a scope of its own and goes with it; the rest is shared within a bound.
 */
export class Evidence {
  readonly net: Net;
  readonly here: Here;
  readonly #signal: AbortSignal;
  readonly #waits = new Map<string, Set<string>>();
  readonly #pending = new Set<(reason: NetError) => void>();
  #young = new Map<string, Entry>();
  #old = new Map<string, Entry>();

  constructor(net: Net, here: Partial<Here> = {}, signal: AbortSignal = new AbortController().signal) {
    this.net = net;
    this.here = { controls: [], lists: [], ...here };
    this.#signal = signal;
    signal.addEventListener("abort", () => {
      for (const stop of this.#pending) stop(reasonOf(signal));
    });
  }

  get now(): Date {
    return new Date(this.net.now());
  }

  /** Evidence in which facts about this domain itself are kept apart, to be dropped with the target. */
  scope(domain: string): Scope {
    return new Scope(this, domain);
  }

  get<K extends Identified, T>(fact: Fact<K, T>, of: Identities[K]): Promise<Known<T>> {
    return this.gather(fact as unknown as Fact, of, shared(this)) as Promise<Known<T>>;
  }

  /** @internal */
  gather(fact: Fact, of: Identities[Identified], store: Store, asker?: string): Entry {
    const key = keyOf(fact, of);
    if (asker && this.#circular(asker, key)) {
      return Promise.reject(new Error(`facts ask each other in a circle: ${asker} asks ${key}`));
    }
    let entry = store.get(key, fact, of);
    if (!entry) {
      entry = this.#fetch(fact, of, store, key);
      store.set(key, fact, of, entry);
    }
    if (asker) {
      const waits = this.#waits.get(asker);
      if (waits) waits.add(key);
      else this.#waits.set(asker, new Set([key]));
    }
    return entry;
  }

  /** @internal */
  shared(key: string): Entry | undefined {
    const young = this.#young.get(key);
    if (young) return young;
    const old = this.#old.get(key);
    if (old) this.share(key, old);
    return old;
  }

  /** @internal Two generations: when the young one is full it becomes the old one, and what was not asked for goes. */
  share(key: string, entry: Entry): void {
    if (this.#young.size >= bounds.sharedFacts / 2) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, entry);
  }

  /** Whether `key` already waits, over any number of steps, for `asker`. */
  #circular(asker: string, key: string): boolean {
    if (asker === key) return true;
    const seen = new Set<string>();
    const left = [key];
    for (let at = left.pop(); at !== undefined; at = left.pop()) {
      for (const next of this.#waits.get(at) ?? []) {
        if (next === asker) return true;
        if (!seen.has(next)) left.push(next);
        seen.add(next);
      }
    }
    return false;
  }

  /** Starts on the next tick, so that who waits for whom is on record before anything is asked. */
  async #fetch(fact: Fact, of: Identities[Identified], store: Store, key: string): Entry {
    await Promise.resolve();
    const limit = fact.deadline ?? bounds.fact;
    return new Promise((resolve) => {
      const tools = new FactTools(this, store, key);
      const end = (known: Known<unknown>): void => {
        clearTimeout(timer);
        this.#pending.delete(stop);
        this.#waits.delete(key);
        resolve(known);
      };
      const stop = (reason: NetError): void => {
        tools.abort(reason);
        end(unknown(reason));
      };
      const timer = setTimeout(() => stop(new NetError("timeout", `no outcome in ${limit / 1000} s`)), limit);
      if (this.#signal.aborted) return stop(reasonOf(this.#signal));
      this.#pending.add(stop);
      fact.gather(of as never, tools).then(
        (value) => end(isAbsent(value) ? { state: "absent", reason: value.reason } : { state: "known", value }),
        (error: unknown) => end(unknown(error)),
      );
    });
  }
}

/**
 * What one fact gathers with. There are many facts, and most ask DNS alone: the rest is made when it is first wanted.
 * A question to DNS is not called off with the fact that asked it, since others may ask the same.
 */
class FactTools implements Tools {
  readonly here: Here;
  readonly dns: Tools["dns"];
  readonly now: Tools["now"];
  readonly ask: Tools["ask"];
  readonly #net: Net;
  #controller: AbortController | undefined;

  constructor(evidence: Evidence, store: Store, key: string) {
    this.#net = evidence.net;
    this.here = evidence.here;
    this.dns = evidence.net.dns;
    this.now = evidence.net.now;
    this.ask = async (fact, of) => {
      const known = await evidence.gather(fact as unknown as Fact, of, store, key);
      if (known.state === "known") return known.value as never;
      if (known.state === "absent") return absent(known.reason);
      throw new NetError(known.code as never, known.reason, known);
    };
  }

  get signal(): AbortSignal {
    return (this.#controller ??= new AbortController()).signal;
  }

  get reach(): Tools["reach"] {
    return (at) => this.#net.reach(at, { signal: this.signal });
  }

  get smtp(): Tools["smtp"] {
    return (at) => this.#net.smtp(at, { signal: this.signal });
  }

  get https(): Tools["https"] {
    return (url) => this.#net.https(url, { signal: this.signal });
  }

  abort(reason: NetError): void {
    this.#controller?.abort(reason);
  }
}

/** The evidence of one target: its own facts here, shared ones in the run's evidence. */
export class Scope {
  readonly #evidence: Evidence;
  readonly #store: Store;
  constructor(evidence: Evidence, domain: string) {
    const own = new Map<string, Entry>();
    const common = shared(evidence);
    const ours = (of: Identities[Identified]): boolean =>
      typeof of === "string"
        ? of === domain || of.endsWith(`._domainkey.${domain}`)
        : "domain" in of && of.domain === domain;
    this.#evidence = evidence;
    this.#store = {
      get: (key, fact, of) => (ours(of) ? own.get(key) : common.get(key, fact, of)),
      set: (key, fact, of, entry) => void (ours(of) ? own.set(key, entry) : common.set(key, fact, of, entry)),
    };
  }

  get now(): Date {
    return this.#evidence.now;
  }

  get<K extends Identified, T>(fact: Fact<K, T>, of: Identities[K]): Promise<Known<T>> {
    return this.#evidence.gather(fact as unknown as Fact, of, this.#store) as Promise<Known<T>>;
  }
}

interface Store {
  get(key: string, fact: Fact, of: Identities[Identified]): Entry | undefined;
  set(key: string, fact: Fact, of: Identities[Identified], entry: Entry): void;
}

const shared = (evidence: Evidence): Store => ({
  get: (key) => evidence.shared(key),
  set: (key, _fact, _of, entry) => evidence.share(key, entry),
});

const keyOf = (fact: Fact, of: Identities[Identified]): string =>
  `${fact.id} ${typeof of === "string" ? of : Object.values(of).join(" ")}`;

function unknown(error: unknown): Known<never> {
  if (!(error instanceof NetError)) {
    const text = error instanceof Error ? error.message : String(error);
    return { state: "unknown", code: "bug", reason: `the fact itself broke: ${text}` };
  }
  const { code, message: reason, because, seen } = error;
  return { state: "unknown", code, reason, ...(because && { because }), ...(seen && { seen }) };
}

/** Why a signal was aborted, as an outcome. */
export const reasonOf = (signal: AbortSignal): NetError =>
  signal.reason instanceof NetError
    ? signal.reason
    : new NetError("interrupted", "the run was stopped before the answer came");

import { bounds } from "./bounds.js";
import { absent, type Fact, type Here, isAbsent, type Known, type Tools } from "./fact.js";
import { type Net, NetError } from "./net/net.js";
import type { Identified, Identities } from "./subject.js";

/**
 * Gathers each fact at most once for each identity, whoever asks, and turns every throw into "unknown". What one
 * target alone has is kept in a scope of its own and goes with it; the rest is shared within a bound.
 */
export class Evidence {
  readonly net: Net;
  readonly here: Here;
  readonly #signal: AbortSignal;
  readonly #pending = new Set<Gathering>();
  #young = new Map<string, Gathering>();
  #old = new Map<string, Gathering>();
  #sweep: ReturnType<typeof setInterval> | undefined;

  constructor(net: Net, here: Partial<Here> = {}, signal: AbortSignal = new AbortController().signal) {
    this.net = net;
    this.here = { controls: [], lists: [], trustAd: false, ...here };
    this.#signal = signal;
    signal.addEventListener("abort", () => {
      for (const gathering of this.#pending) gathering.stop(reasonOf(signal));
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
    return this.gather(fact as unknown as Fact, of, shared(this)).promise as Promise<Known<T>>;
  }

  /** @internal */
  gather(fact: Fact, of: Identities[Identified], store: Store): Gathering {
    const key = keyOf(fact, of);
    const known = store.get(key, of);
    if (known) return known;
    const gathering = new Gathering(key, fact.deadline ?? bounds.fact, (ended) => this.#pending.delete(ended));
    store.set(key, of, gathering); // before it asks anything, so that a circle of facts is seen
    if (this.#signal.aborted) {
      gathering.stop(reasonOf(this.#signal));
      return gathering;
    }
    this.#pending.add(gathering);
    this.#sweep ??= setInterval(() => this.#endLate(), sweeping);
    const tools = new FactTools(this, store, gathering);
    gathering.stopping = tools;
    fact.gather(of as never, tools).then(
      (value) => gathering.end(isAbsent(value) ? { state: "absent", reason: value.reason } : { state: "known", value }),
      (error: unknown) => gathering.end(unknown(error)),
    );
    return gathering;
  }

  /** @internal */
  shared(key: string): Gathering | undefined {
    const young = this.#young.get(key);
    if (young) return young;
    const old = this.#old.get(key);
    if (old) this.share(key, old);
    return old;
  }

  /** @internal Two generations: when the young one is full it becomes the old one, and what was not asked for goes. */
  share(key: string, gathering: Gathering): void {
    if (this.#young.size >= bounds.sharedFacts / 2) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, gathering);
  }

  #endLate(): void {
    const now = performance.now();
    for (const gathering of this.#pending) gathering.endIfLate(now);
    if (this.#pending.size > 0) return;
    clearInterval(this.#sweep);
    this.#sweep = undefined;
  }
}

/** Milliseconds between two looks for facts past their deadline: one timer serves them all. */
const sweeping = 100;

/** A fact while it is gathered, and what came of it. */
class Gathering {
  readonly key: string;
  readonly promise: Promise<Known<unknown>>;
  known: Known<unknown> | undefined;
  /** What it waits for; nothing once it is known. */
  waits: Set<Gathering> | undefined;
  stopping: FactTools | undefined;
  readonly #limit: number;
  readonly #began = performance.now();
  readonly #ended: (gathering: Gathering) => void;
  #resolve!: (known: Known<unknown>) => void;

  constructor(key: string, limit: number, ended: (gathering: Gathering) => void) {
    this.key = key;
    this.#limit = limit;
    this.#ended = ended;
    this.promise = new Promise((resolve) => (this.#resolve = resolve));
  }

  end(known: Known<unknown>): void {
    if (this.known) return;
    this.known = known;
    this.waits = undefined;
    this.stopping = undefined;
    this.#ended(this);
    this.#resolve(known);
  }

  stop(reason: NetError): void {
    this.stopping?.abort(reason);
    this.end(unknown(reason));
  }

  endIfLate(now: number): void {
    if (now - this.#began < this.#limit) return;
    this.stop(new NetError("timeout", `no outcome in ${this.#limit / 1000} s`));
  }

  /** Waits for another; throws at once where that one waits, over any number of steps, for this one. */
  waitFor(other: Gathering): void {
    const seen = new Set<Gathering>();
    const left = [other];
    for (let at = left.pop(); at; at = left.pop()) {
      if (at === this) throw new Error(`facts ask each other in a circle: ${this.key} asks ${other.key}`);
      for (const next of at.waits ?? []) if (!seen.has(next)) left.push(next);
      seen.add(at);
    }
    (this.waits ??= new Set()).add(other);
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

  constructor(evidence: Evidence, store: Store, asker: Gathering) {
    this.#net = evidence.net;
    this.here = evidence.here;
    this.dns = evidence.net.dns;
    this.now = evidence.net.now;
    this.ask = async (fact, of) => {
      const other = evidence.gather(fact as unknown as Fact, of, store);
      if (!other.known) asker.waitFor(other);
      return told(other.known ?? (await other.promise)) as never;
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
    return (url, how) => this.#net.https(url, { ...how, signal: this.signal });
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
    const own = new Map<string, Gathering>();
    const below = `._domainkey.${domain}`;
    const ours = (of: Identities[Identified]): boolean =>
      typeof of === "string" ? of === domain || of.endsWith(below) : "domain" in of && of.domain === domain;
    this.#evidence = evidence;
    this.#store = {
      get: (key, of) => (ours(of) ? own.get(key) : evidence.shared(key)),
      set: (key, of, gathering) => void (ours(of) ? own.set(key, gathering) : evidence.share(key, gathering)),
    };
  }

  get now(): Date {
    return this.#evidence.now;
  }

  get<K extends Identified, T>(fact: Fact<K, T>, of: Identities[K]): Promise<Known<T>> {
    return this.#evidence.gather(fact as unknown as Fact, of, this.#store).promise as Promise<Known<T>>;
  }
}

interface Store {
  get(key: string, of: Identities[Identified]): Gathering | undefined;
  set(key: string, of: Identities[Identified], gathering: Gathering): void;
}

const shared = (evidence: Evidence): Store => ({
  get: (key) => evidence.shared(key),
  set: (key, _of, gathering) => evidence.share(key, gathering),
});

const keyOf = (fact: Fact, of: Identities[Identified]): string =>
  `${fact.id} ${typeof of === "string" ? of : Object.values(of).join(" ")}`;

/** What came of a fact, for one that asks: unknown is thrown on with its cause. */
function told(known: Known<unknown>): unknown {
  if (known.state === "known") return known.value;
  if (known.state === "absent") return absent(known.reason);
  throw new NetError(known.code as never, known.reason, known);
}

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

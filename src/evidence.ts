import { bounds } from "./bounds.js";
import type { Fact, Here, Known, Tools } from "./fact.js";
import { Gathering, type Listener, unknown } from "./gathering.js";
import { type Net, NetError } from "./net/net.js";
import type { Identified, Identities } from "./subject.js";

/** All that is known of one identity, by the ids of facts. */
type Dossier = Map<string, Gathering>;

/**
 * Gathers each fact at most once for each identity, whoever asks, and turns every throw into "unknown". What one
 * target alone has is kept in a scope of its own and goes with it; the rest is shared within a bound.
 */
export class Evidence {
  readonly net: Net;
  readonly here: Here;
  readonly #everybody: Scope;
  readonly #pending = new Set<Gathering>();
  #young = new Map<string, Dossier>();
  #old = new Map<string, Dossier>();
  #over: NetError | undefined;
  #sweep: ReturnType<typeof setInterval> | undefined;

  constructor(net: Net, here: Partial<Here> = {}, signal?: AbortSignal) {
    this.net = net;
    this.here = { controls: [], lists: [], trustAd: false, ...here };
    this.#everybody = new Scope(this);
    if (signal?.aborted) this.#over = reasonOf(signal);
    signal?.addEventListener("abort", () => {
      this.#over = reasonOf(signal);
      for (const gathering of this.#pending) gathering.stop(this.#over);
    });
  }

  get now(): Date {
    return new Date(this.net.now());
  }

  /** Evidence in which facts about this domain itself, or about a message, are kept apart, to be dropped with the scope. */
  scope(domain?: string): Scope {
    return new Scope(this, domain);
  }

  get<K extends Identified, T>(fact: Fact<K, T>, of: Identities[K]): Promise<Known<T>> {
    return this.#everybody.get(fact, of);
  }

  /** @internal */
  gather(fact: Fact, of: Identities[Identified], scope: Scope): Gathering {
    const dossier = scope.dossier(of);
    const known = dossier.get(fact.id);
    if (known) return known;
    const gathering = new Gathering(fact, (ended) => this.#pending.delete(ended));
    dossier.set(fact.id, gathering); // before it asks anything, so that a circle of facts is seen
    if (this.#over) {
      gathering.stop(this.#over);
      return gathering;
    }
    this.#pending.add(gathering);
    this.#sweep ??= setInterval(() => this.#endLate(), sweeping);
    gathering.start(of, new FactTools(this, scope, gathering));
    return gathering;
  }

  /** @internal Two generations: when the young one is full it becomes the old one, and what was not asked for goes. */
  dossier(name: string): Dossier {
    const young = this.#young.get(name);
    if (young) return young;
    const dossier = this.#old.get(name) ?? new Map<string, Gathering>();
    if (this.#young.size >= bounds.shared / 2) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(name, dossier);
    return dossier;
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

  constructor(evidence: Evidence, scope: Scope, asker: Gathering) {
    this.#net = evidence.net;
    this.here = evidence.here;
    this.dns = evidence.net.dns;
    this.now = evidence.net.now;
    this.ask = (fact, of) => {
      const other = evidence.gather(fact as unknown as Fact, of, scope);
      if (!other.known) {
        if (other.waitsFor(asker)) return Promise.reject(circle(asker, other));
        asker.waitFor(other);
      }
      return other.told as Promise<never>;
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

  get file(): Tools["file"] {
    return (name) => this.#net.file(name, { signal: this.signal });
  }

  get local(): Tools["local"] {
    return this.#net.local;
  }

  abort(reason: NetError): void {
    this.#controller?.abort(reason);
  }
}

/**
 * The evidence of one target: what is about its domain alone is kept here, the rest in the evidence of the run. When
 * its time is up, what it still waits for is unknown to it, though others may learn it yet.
 */
export class Scope {
  readonly #evidence: Evidence;
  readonly #domain: string | undefined;
  readonly #dossiers = new Map<string, Dossier>();
  readonly #waiting = new Set<Listener>();
  #over: Known<never> | undefined;

  constructor(evidence: Evidence, domain?: string) {
    this.#evidence = evidence;
    this.#domain = domain;
  }

  get now(): Date {
    return this.#evidence.now;
  }

  get<K extends Identified, T>(fact: Fact<K, T>, of: Identities[K]): Promise<Known<T>> {
    return new Promise((resolve) => this.hear(fact as unknown as Fact, of, resolve as Listener));
  }

  /** Calls back when a fact is known or time is up, at once where that is so. */
  hear(fact: Fact, of: Identities[Identified], listener: Listener): void {
    const gathering = this.#evidence.gather(fact, of, this);
    const known = gathering.known ?? this.#over;
    if (known) return listener(known);
    this.#waiting.add(listener);
    gathering.hear((outcome) => {
      if (this.#waiting.delete(listener)) listener(outcome);
    });
  }

  end(reason: NetError): void {
    this.#over = unknown(reason);
    for (const listener of this.#waiting) {
      this.#waiting.delete(listener);
      listener(this.#over);
    }
  }

  /** @internal */
  dossier(of: Identities[Identified]): Dossier {
    const message = typeof of === "object" && "file" in of;
    const name = typeof of === "string" ? of : message ? JSON.stringify(of) : Object.values(of).join(" ");
    let dossier = this.#dossiers.get(name);
    if (dossier) return dossier;
    if (this.#domain === undefined && !message) return this.#evidence.dossier(name);
    dossier = message || isOf(this.#domain!, of) ? new Map<string, Gathering>() : this.#evidence.dossier(name);
    this.#dossiers.set(name, dossier);
    return dossier;
  }
}

const isOf = (domain: string, of: Identities[Identified]): boolean =>
  typeof of === "string"
    ? of === domain || of.endsWith(`._domainkey.${domain}`)
    : "domain" in of && of.domain === domain;

const circle = (asker: Gathering, asked: Gathering): Error =>
  new Error(`facts ask each other in a circle: ${asker.fact.id} asks ${asked.fact.id}`);

/** Why a signal was aborted, as an outcome. */
export const reasonOf = (signal: AbortSignal): NetError =>
  signal.reason instanceof NetError
    ? signal.reason
    : new NetError("interrupted", "the run was stopped before the answer came");

import { bounds } from "../../bounds.js";
import type { RecordData, RecordType } from "../../syntax/record.js";
import { type Answer, type Bound, type DnsHow, NetError } from "../net.js";
import { type Endpoint, parseEndpoint, spell } from "../resolvers.js";
import { stoppedBy } from "../stopped.js";
import type { Step } from "./answer.js";
import { Cache } from "./cache.js";
import { canonicalName } from "./name.js";
import type { Question } from "./query.js";
import { type Patience, patience, Server } from "./server.js";
import { type Asked, Beat, Upstream } from "./upstream.js";

export interface DnsOptions {
  /** Asked in this order, the next when one fails. */
  resolvers: readonly Endpoint[];
  patience?: Partial<Patience>;
}

/** Sockets for a resolver, whose ports a forger must guess, and for an authority, which sees few questions. */
const socketsOfResolver = 16;
const socketsOfAuthority = 2;
/** Authorities whose sockets and round trips are kept. */
const authoritiesKept = 200;

/**
 * DNS on the wire. Every outcome is told apart: records, no such type and no such name are answers; silence, failure
 * and nonsense are thrown. What several ask is asked once, and what was answered is not asked again in this run; what
 * was not answered is.
 */
export class DnsClient {
  readonly #beat = new Beat();
  readonly #patience: Patience;
  readonly #resolvers: Upstream;
  readonly #authorities = new Map<string, Upstream>();
  readonly #cache = new Cache(bounds.dns.cached, bounds.dns.cachedBytes);
  readonly #asked = new Map<string, Asked & { waiting: number }>();

  constructor({ resolvers, patience: some }: DnsOptions) {
    if (resolvers.length === 0) throw new TypeError("no resolver to ask");
    this.#patience = { ...patience, ...some };
    const servers = resolvers.map((at) => new Server(at, socketsOfResolver));
    this.#resolvers = new Upstream(servers, bounds.dns.inFlight, this.#patience, this.#beat);
  }

  get resolvers(): string[] {
    return this.#resolvers.servers.map(({ name }) => name);
  }

  /** The answer at the end of the chain of aliases, which is followed where a response leaves it open. */
  async dns<T extends RecordType>(asked: string, type: T, how: DnsHow & Bound = {}): Promise<Answer<T>> {
    let name: string;
    try {
      name = canonicalName(asked);
    } catch (error) {
      return impossible(asked, type, (error as RangeError).message);
    }
    const { cd = false, server, signal } = how;
    let step = await this.#step({ name, type, cd, authority: server !== undefined }, server, signal);
    const first = step;
    const aliases = [...step.aliases];
    const notes = [...(step.notes ?? [])];
    let ad = step.ad;
    let loop = step.loop ?? false;
    while (step.open && !loop && aliases.length <= bounds.dns.aliases) {
      // Where an alias leads, the authority of the alias has no say: the resolver is asked.
      step = await this.#step({ name: aliases.at(-1)!, type, cd, authority: false }, undefined, signal);
      ad &&= step.ad;
      notes.push(...(step.notes ?? []));
      loop = step.loop ?? false;
      for (const alias of step.aliases) {
        if (alias === name || aliases.includes(alias)) loop = true;
        if (loop) break;
        aliases.push(alias);
      }
    }
    if (aliases.length > bounds.dns.aliases) {
      throw new NetError("limit", `more than ${bounds.dns.aliases} aliases from ${name} ${type} on`, {
        because: { id: `dns ${name}`, text: `${name} leads through more than ${bounds.dns.aliases} aliases` },
      });
    }
    const owner = aliases.at(-1) ?? name;
    return {
      name,
      type,
      rcode: loop ? "NOERROR" : step.rcode,
      records: loop ? [] : step.data.map((data) => ({ name: owner, type, ttl: step.ttl, data: data as RecordData[T] })),
      aliases,
      ...(loop && { loop }),
      ad,
      server: first.server,
      ...(notes.length > 0 && { notes }),
    };
  }

  close(): void {
    const error = new NetError("interrupted", "the net was closed before the answer came");
    for (const upstream of [this.#resolvers, ...this.#authorities.values()]) upstream.close(error);
    this.#authorities.clear();
  }

  #step(question: Question, server: string | undefined, signal: AbortSignal | undefined): Promise<Step> {
    const { name, type, cd } = question;
    const key = `${type} ${name}${cd ? " cd" : ""}${server ? ` ${server}` : ""}`;
    const known = this.#cache.get(key);
    if (known) return Promise.resolve(known);
    if (signal?.aborted) return Promise.reject(stoppedBy(signal));
    let asked = this.#asked.get(key);
    if (!asked) {
      const upstream = server ? this.#authority(server) : this.#resolvers;
      const { promise, cancel } = upstream.ask(question);
      const over = (): void => {
        if (this.#asked.get(key) === asked) this.#asked.delete(key);
      };
      const calledOff = (): void => {
        over();
        cancel();
      };
      asked = { promise, cancel: calledOff, waiting: 0 };
      this.#asked.set(key, asked);
      promise.then((step) => {
        over();
        this.#cache.set(key, step);
      }, over);
    }
    asked.waiting++;
    return signal ? untilAborted(asked, signal) : asked.promise;
  }

  #authority(server: string): Upstream {
    const at = parseEndpoint(server);
    const name = spell(at);
    const known = this.#authorities.get(name);
    if (known) return known;
    for (const [other, upstream] of this.#authorities) {
      if (this.#authorities.size < authoritiesKept) break;
      if (!upstream.idle) continue;
      upstream.close(new NetError("interrupted", "closed"));
      this.#authorities.delete(other);
    }
    const servers = [new Server(at, socketsOfAuthority)];
    const made = new Upstream(servers, bounds.dns.inFlightAuthority, this.#patience, this.#beat);
    this.#authorities.set(name, made);
    return made;
  }
}

/** What no name can be is certainly no name in DNS; nobody is asked. */
function impossible<T extends RecordType>(name: string, type: T, why: string): Answer<T> {
  return {
    name,
    type,
    rcode: "NXDOMAIN",
    records: [],
    aliases: [],
    ad: false,
    server: "nobody",
    notes: [`no name in DNS: ${why}`],
  };
}

/** Waits with others for one question; the last to give up calls it off. */
function untilAborted(asked: Asked & { waiting: number }, signal: AbortSignal): Promise<Step> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(stoppedBy(signal));
      if (--asked.waiting === 0) asked.cancel();
    };
    signal.addEventListener("abort", stop, { once: true });
    const over = (): void => signal.removeEventListener("abort", stop);
    asked.promise.then(
      (step) => {
        over();
        resolve(step);
      },
      (error: NetError) => {
        over();
        reject(error);
      },
    );
  });
}

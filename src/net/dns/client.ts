import { bounds } from "../../bounds.js";
import type { RecordData, RecordType } from "../../syntax/record.js";
import { type Answer, type Bound, type DnsHow, NetError } from "../net.js";
import { type Endpoint, parseEndpoint, spell } from "../resolvers.js";
import { stoppedBy } from "../stopped.js";
import type { Step } from "./answer.js";
import { ByQuestion, Cache } from "./cache.js";
import { canonicalName } from "./name.js";
import type { Query, Question } from "./query.js";
import { type Patience, patience, Server } from "./server.js";
import { Beat, Upstream } from "./upstream.js";

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
  readonly #asked = new ByQuestion<Query>();

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
    const { cd = false, dnssec = false, server, signal } = how;
    let step = await this.#step({ name, type, cd, dnssec, authority: server !== undefined }, server, signal);
    if (!step.open) return answerOf(name, type, step);
    const { server: first } = step;
    const aliases = [...step.aliases];
    const notes = [...step.notes];
    let { ad } = step;
    let loop = false;
    let { took = 0 } = step;
    while (step.open && !loop && aliases.length <= bounds.dns.aliases) {
      // Where an alias leads, the authority of the alias has no say: the resolver is asked.
      step = await this.#step({ name: aliases.at(-1)!, type, cd, dnssec, authority: false }, undefined, signal);
      ad &&= step.ad;
      took += step.took ?? 0;
      notes.push(...step.notes);
      loop = step.loop;
      for (const alias of step.aliases) {
        if (alias === name || aliases.includes(alias)) loop = true;
        if (loop) break;
        aliases.push(alias);
      }
    }
    return answerOf(name, type, { ...step, aliases, notes, ad, loop, took, server: first });
  }

  close(): void {
    const error = new NetError("interrupted", "the net was closed before the answer came");
    for (const upstream of [this.#resolvers, ...this.#authorities.values()]) upstream.close(error);
    this.#authorities.clear();
    this.#beat.stop();
  }

  #step(question: Question, server: string | undefined, signal: AbortSignal | undefined): Promise<Step> {
    const { name, type, cd, dnssec } = question;
    const how = `${cd ? " cd" : ""}${dnssec ? " do" : ""}${server ? ` ${server}` : ""}`;
    const kind = how ? type + how : type;
    const known = this.#cache.get(kind, name);
    if (known) return Promise.resolve(known);
    if (signal?.aborted) return Promise.reject(stoppedBy(signal));
    let query = this.#asked.get(kind, name);
    if (!query) {
      const upstream = server ? this.#authority(server) : this.#resolvers;
      query = upstream.ask(question, (step) => {
        this.#asked.delete(kind, name);
        if (!step) return;
        step.took = Math.round(performance.now() - query!.began);
        this.#cache.set(kind, name, step);
      });
      this.#asked.set(kind, name, query);
    }
    query.waiting++;
    return signal ? untilAborted(query, signal) : query.promise;
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

/** A value of its own for each who asks; throws where the aliases do not end. */
function answerOf<T extends RecordType>(name: string, type: T, step: Step): Answer<T> {
  const { aliases, loop, notes, ttl, took } = step;
  if (aliases.length > bounds.dns.aliases) {
    throw new NetError("limit", `more than ${bounds.dns.aliases} aliases from ${name} ${type} on`, {
      because: { id: `dns ${name}`, text: `${name} leads through more than ${bounds.dns.aliases} aliases` },
    });
  }
  const owner = aliases.at(-1) ?? name;
  const answer: Answer<T> = {
    name,
    type,
    rcode: loop ? "NOERROR" : step.rcode,
    records: loop ? [] : step.data.map((data) => ({ name: owner, type, ttl, data: data as RecordData[T] })),
    aliases: [...aliases],
    ad: step.ad,
    server: step.server,
  };
  if (loop) answer.loop = true;
  else if (step.signatures)
    answer.signatures = step.signatures.map((data) => ({ name: owner, type: "RRSIG", ttl, data }));
  if (took !== undefined) answer.took = took;
  if (notes.length > 0) answer.notes = [...notes];
  return answer;
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
function untilAborted(query: Query, signal: AbortSignal): Promise<Step> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(stoppedBy(signal));
      if (--query.waiting === 0) query.cancel(stoppedBy(signal));
    };
    const over = (): void => signal.removeEventListener("abort", stop);
    signal.addEventListener("abort", stop, { once: true });
    query.promise.then(
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

import type { NetError } from "../net.js";
import type { Step } from "./answer.js";
import { Query, type Question } from "./query.js";
import type { Patience, Server } from "./server.js";

/** Milliseconds between looks at what is out: what a deadline may be late by. */
const beat = 25;
/** A burst of unanswered questions slows down once in so many milliseconds, and to no less than so many at once. */
const slowing = 1_000;
const least = 8;

/** One timer for all that is out. It holds the process as long as something is, and no longer. */
export class Beat {
  readonly #busy = new Set<Upstream>();
  #timer: NodeJS.Timeout | undefined;

  add(upstream: Upstream): void {
    this.#busy.add(upstream);
    if (this.#timer) this.#timer.ref();
    else this.#timer = setInterval(() => this.#look(), beat);
  }

  delete(upstream: Upstream): void {
    this.#busy.delete(upstream);
    if (this.#busy.size === 0) this.#timer?.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    const now = performance.now();
    for (const upstream of this.#busy) upstream.look(now);
  }
}

/**
 * Servers of which any may answer: the resolvers, or one authority. Only so many questions are out at once; fewer while
 * answers fail to come, since a full buffer on the way looks just like a dead server.
 */
export class Upstream {
  readonly servers: readonly Server[];
  readonly #patience: Patience;
  readonly #beat: Beat;
  readonly #most: number;
  readonly #queue = new Set<Query>();
  readonly #out = new Set<Query>();
  #limit: number;
  #slowed = -Infinity;

  constructor(servers: readonly Server[], most: number, patience: Patience, beat: Beat) {
    this.servers = servers;
    this.#most = most;
    this.#limit = most;
    this.#patience = patience;
    this.#beat = beat;
  }

  get idle(): boolean {
    return this.#out.size === 0;
  }

  /** Takes a question on; `over` hears of its end at once, before those who wait for it. */
  ask(question: Question, over: (step?: Step) => void): Query {
    const query = new Query(question, this.servers, this.#patience, (ended, step) => {
      over(step);
      this.#over(ended, step !== undefined);
    });
    if (this.#out.size < this.#limit) this.#start(query);
    else this.#queue.add(query);
    return query;
  }

  look(now: number): void {
    for (const query of this.#out) if (query.tick(now)) this.#slowDown(now);
  }

  /** Ends what is out, as far as anybody still waits for it. */
  close(error: NetError): void {
    for (const query of [...this.#queue, ...this.#out]) query.cancel(error);
    for (const server of this.servers) server.close();
  }

  #slowDown(now: number): void {
    if (now - this.#slowed < slowing) return;
    this.#slowed = now;
    this.#limit = Math.max(Math.min(least, this.#most), this.#limit / 2);
  }

  #start(query: Query): void {
    if (this.#out.size === 0) this.#beat.add(this);
    this.#out.add(query);
    query.start(performance.now());
  }

  #over(query: Query, answered: boolean): void {
    if (answered) this.#limit = Math.min(this.#most, this.#limit + 0.1);
    this.#queue.delete(query);
    this.#out.delete(query);
    if (this.#out.size === 0) this.#beat.delete(this);
    for (const next of this.#queue) {
      if (this.#out.size >= this.#limit) return;
      this.#queue.delete(next);
      this.#start(next);
    }
  }
}

import { NetError } from "../net.js";
import type { Step } from "./answer.js";
import { Query, type Question } from "./query.js";
import type { Patience, Server } from "./server.js";

/** Milliseconds between looks at what is out: what a deadline may be late by. */
const beat = 25;
/** A burst of unanswered questions slows down once in so many milliseconds, and to no less than so many at once. */
const slowing = 1_000;
const least = 8;

/** A question that was taken on. `cancel` ends it when nobody waits any more. */
export interface Asked {
  promise: Promise<Step>;
  cancel(): void;
}

/** One timer for all that is out. It holds the process as long as something is, and no longer. */
export class Beat {
  readonly #out = new Map<Query, Upstream>();
  #timer: NodeJS.Timeout | undefined;

  add(query: Query, upstream: Upstream): void {
    this.#out.set(query, upstream);
    this.#timer ??= setInterval(() => this.#look(), beat);
  }

  delete(query: Query): void {
    this.#out.delete(query);
    if (this.#out.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    const now = performance.now();
    for (const [query, upstream] of this.#out) if (query.tick(now)) upstream.unanswered(now);
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

  ask(question: Question): Asked {
    let query!: Query;
    const promise = new Promise<Step>((resolve, reject) => {
      query = new Query(question, this.servers, this.#patience, (outcome) => {
        this.#over(query);
        if (outcome instanceof NetError) reject(outcome);
        else {
          this.#limit = Math.min(this.#most, this.#limit + 0.1);
          resolve(outcome);
        }
      });
    });
    this.#queue.add(query);
    this.#fill();
    return { promise, cancel: () => query.cancel(new NetError("interrupted", "nobody waits for the answer any more")) };
  }

  unanswered(now: number): void {
    if (now - this.#slowed < slowing) return;
    this.#slowed = now;
    this.#limit = Math.max(Math.min(least, this.#most), this.#limit / 2);
  }

  /** Ends what is out, as far as anybody still waits for it. */
  close(error: NetError): void {
    for (const query of [...this.#queue, ...this.#out]) query.cancel(error);
    for (const server of this.servers) server.close();
  }

  #over(query: Query): void {
    this.#queue.delete(query);
    if (this.#out.delete(query)) this.#beat.delete(query);
    this.#fill();
  }

  #fill(): void {
    for (const query of this.#queue) {
      if (this.#out.size >= this.#limit) return;
      this.#queue.delete(query);
      this.#out.add(query);
      this.#beat.add(query, this);
      query.start(performance.now());
    }
  }
}

import { bounds } from "./bounds.js";
import { absent, type Fact, isAbsent, type Known, type Tools } from "./fact.js";
import { NetError } from "./net/net.js";
import type { Identified, Identities } from "./subject.js";

export type Listener = (known: Known<unknown>) => void;

/** What a fact gathers with, and can be called off by. */
interface Revocable extends Tools {
  abort(reason: NetError): void;
}

/** A fact while it is gathered, and what came of it. */
export class Gathering {
  readonly fact: Fact;
  known: Known<unknown> | undefined;
  readonly #began = performance.now();
  readonly #ended: (gathering: Gathering) => void;
  #tools: Revocable | undefined;
  #listeners: Listener[] | undefined;
  #told: Promise<unknown> | undefined;
  /** What it waits for; nothing once it is known. */
  #waits: Gathering[] | undefined;

  constructor(fact: Fact, ended: (gathering: Gathering) => void) {
    this.fact = fact;
    this.#ended = ended;
  }

  start(of: Identities[Identified], tools: Revocable): void {
    this.#tools = tools;
    try {
      this.fact.gather(of as never, tools).then(
        (value) => this.#end(isAbsent(value) ? { state: "absent", reason: value.reason } : { state: "known", value }),
        (error: unknown) => this.#end(unknown(error)),
      );
    } catch (error) {
      this.#end(unknown(error));
    }
  }

  /** Calls back when it is known, at once where it is. */
  hear(listener: Listener): void {
    if (this.known) listener(this.known);
    else (this.#listeners ??= []).push(listener);
  }

  /** What came of it, for a fact that asks: unknown is thrown on with its cause. */
  get told(): Promise<unknown> {
    this.#told ??= new Promise((resolve, reject) => {
      this.hear((known) => {
        if (known.state === "known") resolve(known.value);
        else if (known.state === "absent") resolve(absent(known.reason));
        else reject(new NetError(known.code as never, known.reason, known));
      });
    });
    return this.#told;
  }

  stop(reason: NetError): void {
    this.#tools?.abort(reason);
    this.#end(unknown(reason));
  }

  endIfLate(now: number): void {
    const limit = this.fact.deadline ?? bounds.fact;
    if (now - this.#began >= limit) this.stop(new NetError("timeout", `no outcome in ${limit / 1000} s`));
  }

  waitFor(other: Gathering): void {
    (this.#waits ??= []).push(other);
  }

  /** Whether it waits, over any number of steps, for another. */
  waitsFor(other: Gathering): boolean {
    if (!this.#waits) return this === other;
    const seen = new Set<Gathering>([this]);
    for (const at of seen) {
      if (at === other) return true;
      for (const next of at.#waits ?? []) seen.add(next);
    }
    return false;
  }

  #end(known: Known<unknown>): void {
    if (this.known) return;
    this.known = known;
    this.#tools = undefined;
    this.#waits = undefined;
    this.#ended(this);
    const listeners = this.#listeners;
    this.#listeners = undefined;
    if (listeners) for (const listener of listeners) listener(known);
  }
}

/** A throw as an outcome: an answer that did not come, or a fault of the fact itself. */
export function unknown(error: unknown): Known<never> {
  if (!(error instanceof NetError)) {
    const text = error instanceof Error ? error.message : String(error);
    return { state: "unknown", code: "bug", reason: `the fact itself broke: ${text}` };
  }
  const { code, message: reason, because, seen } = error;
  return { state: "unknown", code, reason, ...(because && { because }), ...(seen && { seen }) };
}

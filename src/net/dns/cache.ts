import type { Step } from "./answer.js";

/**
 * What was learnt in this run, bounded in number and octets. Two generations: when the young one is full it becomes the
 * old one, and what was not asked for meanwhile goes. TTLs do not matter within a run: all of it is judged as of one
 * moment.
 */
export class Cache {
  readonly #most: number;
  readonly #bytes: number;
  #young = new Map<string, Step>();
  #old = new Map<string, Step>();
  #size = 0;

  constructor(most: number, bytes: number) {
    this.#most = most;
    this.#bytes = bytes;
  }

  get(key: string): Step | undefined {
    const young = this.#young.get(key);
    if (young) return young;
    const old = this.#old.get(key);
    if (old) {
      this.#old.delete(key);
      this.set(key, old);
    }
    return old;
  }

  set(key: string, step: Step): void {
    this.#young.set(key, step);
    this.#size += weight(key, step);
    if (this.#young.size < this.#most / 2 && this.#size < this.#bytes / 2) return;
    this.#old = this.#young;
    this.#young = new Map();
    this.#size = 0;
  }
}

/** Octets that an entry takes, roughly: its texts, and what objects cost around them. */
function weight(key: string, { data, aliases, notes = [] }: Step): number {
  let octets = 200 + 2 * key.length;
  for (const text of [...aliases, ...notes]) octets += 40 + text.length;
  for (const one of data) octets += 40 + (typeof one === "string" ? one.length : sizeOf(one));
  return octets;
}

function sizeOf(value: object): number {
  let octets = 40;
  for (const part of Object.values(value) as unknown[]) {
    octets += typeof part === "string" ? 24 + part.length : typeof part === "object" && part ? sizeOf(part) : 8;
  }
  return octets;
}

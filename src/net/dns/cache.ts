import type { Step } from "./answer.js";

/** Values by kind of question and name: two maps in a row, so that no key has to be put together. */
export class ByQuestion<V> {
  readonly #kinds = new Map<string, Map<string, V>>();
  size = 0;

  get(kind: string, name: string): V | undefined {
    return this.#kinds.get(kind)?.get(name);
  }

  set(kind: string, name: string, value: V): void {
    let names = this.#kinds.get(kind);
    if (!names) this.#kinds.set(kind, (names = new Map()));
    const before = names.size;
    names.set(name, value);
    this.size += names.size - before;
  }

  delete(kind: string, name: string): void {
    const names = this.#kinds.get(kind);
    if (!names?.delete(name)) return;
    this.size--;
    if (names.size === 0) this.#kinds.delete(kind);
  }
}

/**
 * What was learnt in this run, bounded in number and octets. Two generations: when the young one is full it becomes the
 * old one, and what was not asked for meanwhile goes. TTLs do not matter within a run: all of it is judged as of one
 * moment.
 */
export class Cache {
  readonly #most: number;
  readonly #bytes: number;
  #young = new ByQuestion<Step>();
  #old = new ByQuestion<Step>();
  #size = 0;

  constructor(most: number, bytes: number) {
    this.#most = most;
    this.#bytes = bytes;
  }

  get(kind: string, name: string): Step | undefined {
    const young = this.#young.get(kind, name);
    if (young) return young;
    const old = this.#old.get(kind, name);
    if (old) {
      this.#old.delete(kind, name);
      this.set(kind, name, old);
    }
    return old;
  }

  set(kind: string, name: string, step: Step): void {
    this.#young.set(kind, name, step);
    this.#size += weight(name, step);
    if (this.#young.size < this.#most / 2 && this.#size < this.#bytes / 2) return;
    this.#old = this.#young;
    this.#young = new ByQuestion();
    this.#size = 0;
  }
}

/** Octets that an entry takes, roughly: its texts, and what objects cost around them. */
function weight(name: string, { data, aliases, notes, signatures = [] }: Step): number {
  let octets = 200 + name.length;
  for (const text of aliases) octets += 40 + text.length;
  for (const text of notes) octets += 40 + text.length;
  for (const one of data) octets += 40 + (typeof one === "string" ? one.length : sizeOf(one));
  for (const one of signatures) octets += 40 + sizeOf(one);
  return octets;
}

function sizeOf(value: object): number {
  let octets = 40;
  for (const key in value) {
    const part = value[key as keyof typeof value] as unknown;
    octets += typeof part === "string" ? 24 + part.length : typeof part === "object" && part ? sizeOf(part) : 8;
  }
  return octets;
}

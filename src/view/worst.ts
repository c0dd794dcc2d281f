import type { Status } from "../result.js";
import { worstFirst } from "./view.js";

/** The worst of many, no more of each status than is wanted: what fails most first, then as they came. */
export class Worst<T extends { status: Status; counts: Record<Status, number> }> {
  readonly #found = new Map<Status, T[]>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(one: T): void {
    const held = this.#found.get(one.status) ?? [];
    const at = held.findLastIndex((other) => other.counts.fail >= one.counts.fail) + 1;
    held.splice(at, 0, one);
    if (held.length > this.#most) held.pop();
    this.#found.set(one.status, held);
  }

  /** Worst first. */
  all(): T[] {
    return worstFirst.flatMap((status) => this.#found.get(status) ?? []);
  }
}

import { bounds } from "../bounds.js";
import { owned } from "./entry.js";

/** What is counted under one name. */
export interface Ranked {
  name: string;
  count: number;
  bytes: number;
}

/**
 * Counts by name, exact as long as there are no more names than `bounds.log.names`. Beyond that the rarer half is given
 * up and only its number known, so that a flood of names costs no memory.
 */
export class Ranking {
  /** Names that were given up, and what was counted under them. */
  lost = { names: 0, count: 0 };
  private readonly held = new Map<string, Ranked>();
  private readonly most: number;

  constructor(most: number = bounds.log.names) {
    this.most = most;
  }

  add(name: string, bytes = 0): void {
    const known = this.held.get(name);
    if (known !== undefined) {
      known.count++;
      known.bytes += bytes;
      return;
    }
    const mine = owned(name.length > bounds.log.name ? name.slice(0, bounds.log.name) : name);
    const cut = this.held.get(mine);
    if (cut) {
      cut.count++;
      cut.bytes += bytes;
    } else this.held.set(mine, { name: mine, count: 1, bytes });
    if (this.held.size > this.most) this.prune();
  }

  get size(): number {
    return this.held.size + this.lost.names;
  }

  /** Those with most, names as text. */
  top(most: number, by: "count" | "bytes" = "count"): Ranked[] {
    return [...this.held.values()]
      .sort((a, b) => b[by] - a[by])
      .slice(0, most)
      .map((one) => ({ ...one, name: Buffer.from(one.name, "latin1").toString() }));
  }

  private prune(): void {
    const order = [...this.held.values()].sort((a, b) => b.count - a.count);
    for (const { name, count } of order.slice(order.length >> 1)) {
      this.held.delete(name);
      this.lost.names++;
      this.lost.count += count;
    }
  }
}

import { canonical, octetsOf } from "./address.js";

/** Addresses from the first to the last, both included. */
type Range = readonly [first: bigint, last: bigint];

/** The least number of each family: IPv6 begins far above IPv4, so that one line holds both and no range has of both. */
const least = { 4: 0n, 6: 1n << 130n } as const;
const bitsOf = { 4: 32, 6: 128 } as const;
type Family = keyof typeof least;

const rangeAt = (first: bigint, free: number): Range => [first, first + (1n << BigInt(free)) - 1n];

/**
 * A set of IP addresses of both families, as ranges in order with a gap between. Sets are never changed; each operation
 * takes time in proportion to the ranges.
 */
export class Networks {
  static readonly none = new Networks([]);
  static readonly all = new Networks(([4, 6] as const).map((family) => rangeAt(least[family], bitsOf[family])));

  readonly #ranges: readonly Range[];

  private constructor(ranges: readonly Range[]) {
    this.#ranges = ranges;
  }

  /** A network by any of its addresses and the length of its prefix; throws where that is no address. */
  static of(address: string, prefix?: number): Networks {
    const octets = octetsOf(address);
    if (octets.length === 0) throw new TypeError(`not an IP address: ${address}`);
    const family = octets.length === 4 ? 4 : 6;
    const free = bitsOf[family] - (prefix ?? bitsOf[family]);
    const value = octets.reduce((sum, octet) => (sum << 8n) | BigInt(octet), 0n);
    return new Networks([rangeAt(least[family] + ((value >> BigInt(free)) << BigInt(free)), free)]);
  }

  /** All that are in any of them; neighbours become one. */
  static union(sets: Iterable<Networks>): Networks {
    const all = Array.from(sets, (set) => set.#ranges).flat();
    all.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
    const merged: Range[] = [];
    for (const [first, last] of all) {
      const before = merged.at(-1);
      if (!before || before[1] + 1n < first) merged.push([first, last]);
      else if (before[1] < last) merged[merged.length - 1] = [before[0], last];
    }
    return new Networks(merged);
  }

  get isEmpty(): boolean {
    return this.#ranges.length === 0;
  }

  or(other: Networks): Networks {
    return Networks.union([this, other]);
  }

  /** Those of this set that the other has not. */
  without(other: Networks): Networks {
    const left: Range[] = [];
    let at = 0;
    for (const [first, last] of this.#ranges) {
      let from = first;
      while (at < other.#ranges.length && other.#ranges[at]![1] < from) at++;
      for (let next = at; next < other.#ranges.length && from <= last; next++) {
        const [begins, ends] = other.#ranges[next]!;
        if (begins > last) break;
        if (begins > from) left.push([from, begins - 1n]);
        from = ends + 1n;
      }
      if (from <= last) left.push([from, last]);
    }
    return new Networks(left);
  }

  and(other: Networks): Networks {
    return this.without(this.without(other));
  }

  has(address: string): boolean {
    return Networks.of(address).without(this).isEmpty;
  }

  /** How many addresses of a family: exact up to 2^53. */
  count(family: Family): number {
    return Number(this.#of(family).reduce((sum, [first, last]) => sum + last - first + 1n, 0n));
  }

  /** The fewest networks that make up the set, as `192.0.2.0/24`, IPv4 first; of a single address the prefix is left out. */
  cidrs(): string[] {
    return ([4, 6] as const).flatMap((family) => this.#of(family).flatMap((range) => blocks(range, family)));
  }

  #of(family: Family): readonly Range[] {
    return this.#ranges.filter(([first]) => first >= least[6] === (family === 6));
  }
}

/** A range cut into the largest blocks that begin at a multiple of their size. */
function blocks([first, last]: Range, family: Family): string[] {
  const found: string[] = [];
  for (let at = first - least[family], end = last - least[family]; at <= end;) {
    let free = 0;
    while (free < bitsOf[family] && at % (2n << BigInt(free)) === 0n && at + (2n << BigInt(free)) - 1n <= end) free++;
    const prefix = bitsOf[family] - free;
    found.push(`${addressOf(at, family)}${free === 0 ? "" : `/${prefix}`}`);
    at += 1n << BigInt(free);
  }
  return found;
}

function addressOf(value: bigint, family: Family): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join(".");
  const groups = Array.from({ length: 8 }, (_, at) => ((value >> BigInt(112 - 16 * at)) & 0xffffn).toString(16));
  return canonical(groups.join(":"));
}

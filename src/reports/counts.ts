/** How many of each kind. */
export type Counts<K extends string> = Record<K, number>;

export const none = <K extends string>(kinds: readonly K[]): Counts<K> =>
  Object.fromEntries(kinds.map((kind) => [kind, 0])) as Counts<K>;

/** Counts for a name; past `most` names, only for those that are there. */
export function count(counts: Map<string, number>, name: string, many: number, most: number): void {
  const before = counts.get(name);
  if (before !== undefined) counts.set(name, before + many);
  else if (counts.size < most) counts.set(name, many);
}

/** Names with their counts, the greatest first. */
export const ranked = (counts: ReadonlyMap<string, number>): [name: string, count: number][] =>
  [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));

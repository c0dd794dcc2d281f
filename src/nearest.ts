/** Edits that a word may be away from the one that was meant. */
const far = 2;

/** The known word that was probably meant: at most two edits away, and nearer than half of it. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let found: string | undefined;
  let least = Math.min(far, Math.floor(word.length / 2)) + 1;
  for (const candidate of known) {
    const away = distance(word, candidate, least);
    if (away < least) [found, least] = [candidate, away];
  }
  return found;
}

/** Insertions, deletions, replacements and swaps of neighbours between two words; `limit` where there are as many. */
function distance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let edits = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        edits = Math.min(edits, before[j - 2]! + 1);
      row.push(edits);
    }
    [before, last] = [last, row];
  }
  return Math.min(last[to.length]!, limit);
}

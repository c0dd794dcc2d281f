/** From the first second of the first report to the last of the last; null where none tells. */
export interface Period {
  begin: number | null;
  end: number | null;
}

/** Makes a period as long as it takes for another to be in it. */
export function widen(sum: Period, { begin, end }: Period): void {
  if (begin !== null) sum.begin = Math.min(sum.begin ?? begin, begin);
  if (end !== null) sum.end = Math.max(sum.end ?? end, end);
}

/** Buckets of age as qshape has them: under 5 minutes, then each twice as far, and the last for all that is older. */
export const ages = [5, 10, 20, 40, 80, 160, 320, 640, 1_280] as const;

/** How many buckets there are. */
export const buckets = ages.length + 1;

/** The bucket of an age in milliseconds. */
export function bucketOf(age: number): number {
  const at = ages.findIndex((minutes) => age < minutes * 60_000);
  return at < 0 ? ages.length : at;
}

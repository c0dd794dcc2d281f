const steps = 8;
const size = 256;

/** How values of seconds spread, in steps of a ninth: percentiles without keeping the values. */
export class Spread {
  count = 0;
  sum = 0;
  most = 0;
  private readonly buckets = new Uint32Array(size);

  add(seconds: number): void {
    if (!(seconds >= 0)) return;
    this.count++;
    this.sum += seconds;
    if (seconds > this.most) this.most = seconds;
    // From a hundredth of a second on.
    const at = seconds <= 0.01 ? 0 : Math.ceil(Math.log2(seconds * 100) * steps);
    this.buckets[at < size ? at : size - 1]!++;
  }

  /** The value that such a share of all does not exceed, to within a ninth. */
  percentile(share: number): number {
    let left = Math.ceil(this.count * share);
    if (left === 0) return 0;
    for (let at = 0; at < size; at++) {
      left -= this.buckets[at]!;
      if (left <= 0) return at === 0 ? 0 : Math.min(this.most, Math.round(2 ** (at / steps)) / 100);
    }
    return this.most;
  }
}

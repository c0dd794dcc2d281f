/** Bytes as people read them: `413 B`, `2.1 MB`. */
export function bytes(count: number): string {
  if (count < 1_000) return `${count} B`;
  const units = ["kB", "MB", "GB", "TB"];
  let value = count / 1_000;
  let at = 0;
  while (value >= 999.5 && at < units.length - 1) {
    value /= 1_000;
    at++;
  }
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[at]}`;
}

/** What Postfix keeps of each recipient that it puts off, in a file beside the message (bounce(8)): names and values, a blank line after each. */
export interface Deferral {
  recipient: string;
  /** Enhanced status code (RFC 3463). */
  status: string | null;
  /** What the other server said. */
  diagnostic: string | null;
  host: string | null;
  reason: string | null;
}

/** Reads a defer log; at most so many recipients. Total. */
export function parseDeferLog(text: string, most: number): Deferral[] {
  const found: Deferral[] = [];
  for (const block of text.split(/\n{2,}/)) {
    if (found.length >= most) break;
    const values = new Map<string, string>();
    for (const line of block.split("\n")) {
      const [, name, value] = /^([a-z_]{1,30})=(.*)$/.exec(line) ?? [];
      if (name !== undefined && !values.has(name)) values.set(name, value!);
    }
    const recipient = values.get("recipient");
    if (recipient === undefined) continue;
    const of = (name: string): string | null => values.get(name) ?? null;
    found.push({
      recipient,
      status: of("status"),
      diagnostic: of("diag_text"),
      host: of("mta_mname"),
      reason: of("reason"),
    });
  }
  return found;
}

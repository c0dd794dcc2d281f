import { bounds } from "../bounds.js";

/** A message of an mbox; without octets where it is longer than is read. */
export interface Boxed {
  /** The line of the mbox that its separator is in. */
  line: number;
  octets?: Uint8Array;
}

const separator = Buffer.from("\nFrom ");

/** Whether these octets begin an mbox (RFC 4155 appendix A). */
export const isMbox = (head: Uint8Array): boolean => Buffer.from(head.subarray(0, 5)).toString("latin1") === "From ";

/** The messages of an mbox, one at a time, so that it may be longer than memory. */
export async function* messagesIn(
  pieces: AsyncIterable<Uint8Array>,
  most: number = bounds.reports.message,
): AsyncGenerator<Boxed> {
  /** What is not given out yet; it begins with a separator line. */
  let held: Buffer = Buffer.alloc(0);
  let line = 1;
  let skipping = false;
  const lines = (part: Buffer): number => {
    let count = 0;
    for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) count++;
    return count;
  };
  const boxed = (part: Buffer, began: number): Boxed => {
    const start = part.indexOf(10) + 1;
    return skipping ? { line: began } : { line: began, octets: part.subarray(start) };
  };
  /** Where the part began that the message of which octets were dropped is in. */
  let began = 1;
  for await (const piece of pieces) {
    const from = Math.max(0, held.length - separator.length);
    held = held.length === 0 ? Buffer.from(piece) : Buffer.concat([held, piece]);
    let start = 0;
    for (let at = held.indexOf(separator, from); at >= 0; at = held.indexOf(separator, at + 1)) {
      const part = held.subarray(start, at + 1);
      yield boxed(part, began);
      line += lines(part);
      began = line;
      skipping = false;
      start = at + 1;
    }
    held = held.subarray(start);
    if (skipping || held.length > most) {
      skipping = true;
      const kept = Math.max(0, held.length - separator.length);
      line += lines(held.subarray(0, kept));
      held = Buffer.from(held.subarray(kept));
    }
  }
  if (held.length > 0 || skipping) yield boxed(held, began);
}

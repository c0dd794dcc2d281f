/** Where a transfer stands between two octets. `dot` is one at the start of a line, which is either stuffed or the end. */
type At = "start" | "middle" | "cr" | "dot" | "dot-cr";

const [cr, lf, dot] = [0x0d, 0x0a, 0x2e];
const first = 64 * 1024;

/**
 * The octets of one message as DATA brings them, without the dots that were put before dots. It ends with CRLF.CRLF and
 * with nothing else: a line end that is only half of one is part of the message (RFC 5321 §4.5.2, §4.1.1.4).
 */
export class Transfer {
  readonly #most: number;
  readonly #room: (more: number) => boolean;
  #octets = Buffer.alloc(0);
  #length = 0;
  #at: At = "start";
  #ended = false;
  /** Why what comes is not kept any more. */
  #refused: "size" | "room" | undefined;

  /** At most so many octets are kept; `room` is asked before more memory is taken, and says whether there is any. */
  constructor(most: number, room: (more: number) => boolean) {
    this.#most = most;
    this.#room = room;
  }

  get ended(): boolean {
    return this.#ended;
  }
  get refused(): "size" | "room" | undefined {
    return this.#refused;
  }
  /** The memory it has taken. */
  get taken(): number {
    return this.#octets.length;
  }
  /** The message, a char an octet. */
  get text(): string {
    return this.#octets.toString("latin1", 0, this.#length);
  }

  /** Takes octets up to its end, and tells how many those were. */
  take(chunk: Uint8Array): number {
    let used = 0;
    while (used < chunk.length && !this.#ended) {
      if (this.#at === "middle") {
        const end = chunk.indexOf(cr, used);
        const line = chunk.subarray(used, end < 0 ? undefined : end);
        this.#append(line);
        used += line.length;
      }
      if (used < chunk.length) this.#octet(chunk[used++]!);
    }
    return used;
  }

  #octet(octet: number): void {
    switch (this.#at) {
      case "start":
        if (octet === dot) {
          this.#at = "dot";
          return;
        }
        break;
      case "cr":
        if (octet === lf) {
          this.#keep(octet);
          this.#at = "start";
          return;
        }
        break;
      case "dot":
        if (octet === cr) {
          this.#at = "dot-cr";
          return;
        }
        break;
      case "dot-cr":
        if (octet === lf) {
          this.#ended = true;
          return;
        }
        this.#keep(cr);
    }
    this.#keep(octet);
    this.#at = octet === cr ? "cr" : "middle";
  }

  #keep(octet: number): void {
    if (!this.#fits(1)) return;
    this.#octets[this.#length++] = octet;
  }

  #append(octets: Uint8Array): void {
    if (!this.#fits(octets.length)) return;
    this.#octets.set(octets, this.#length);
    this.#length += octets.length;
  }

  #fits(more: number): boolean {
    while (this.#refused === undefined && this.#length + more > this.#octets.length) this.#grow();
    return this.#refused === undefined;
  }

  #grow(): void {
    const { length } = this.#octets;
    const next = Math.min(this.#most, Math.max(first, length * 2));
    this.#refused = length >= this.#most ? "size" : this.#room(next - length) ? undefined : "room";
    if (this.#refused !== undefined) return;
    const larger = Buffer.alloc(next);
    this.#octets.copy(larger);
    this.#octets = larger;
  }
}

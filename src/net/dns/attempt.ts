import { rcodes } from "./codes.js";
import { responds } from "./message.js";
import type { Query, Side } from "./query.js";
import type { Ids, Shot } from "./shot.js";

/** The question as it went out once. */
export class Attempt implements Shot {
  ids?: Ids;
  id = 0;
  readonly side: Side;
  readonly edns: boolean;
  readonly overTcp: boolean;
  readonly #query: Query;
  readonly #packet: Buffer;
  readonly #sent: number;

  constructor(query: Query, side: Side, packet: Buffer, edns: boolean, sent: number, overTcp: boolean) {
    this.#query = query;
    this.side = side;
    this.#packet = packet;
    this.edns = edns;
    this.#sent = sent;
    this.overTcp = overTcp;
  }

  heard(bytes: Buffer): boolean {
    const query = this.#query;
    if (!responds(bytes, this.#packet, query.name.length)) {
      query.strays++;
      // Old servers answer EDNS with a header alone. Anybody can send that: it changes how to ask, and ends nothing.
      if (bytes.length === 12 && (bytes[3]! & 15) === rcodes.formErr) this.side.plain ??= "guessed";
      return false;
    }
    if (!this.overTcp) this.side.server.took(performance.now() - this.#sent);
    return query.hear(this, bytes);
  }

  lost(error: Error): void {
    this.#query.lose(this, error);
  }
}

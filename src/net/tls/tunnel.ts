import type { Socket } from "node:net";
import { Duplex } from "node:stream";
import { bounds } from "../../bounds.js";

/**
 * A socket under TLS, with the first octets that came kept in sight: TLS of Node would take them straight from the
 * system, and what a server says in plain text in place of a handshake would be lost.
 */
export class Tunnel extends Duplex {
  /** The beginning of what came, one char an octet. */
  heard = "";
  readonly #socket: Socket;

  constructor(socket: Socket) {
    super();
    this.#socket = socket;
    socket.on("data", (chunk) => {
      if (this.heard.length < bounds.shown) this.heard = (this.heard + chunk.toString("latin1")).slice(0, bounds.shown);
      if (!this.push(chunk)) socket.pause();
    });
    socket.once("end", () => this.push(null));
    socket.once("error", (error) => this.destroy(error));
    socket.once("close", () => this.destroy());
  }

  /** Whether what came cannot be a record of TLS (RFC 8446 §5.1). */
  get heardPlain(): boolean {
    const first = this.heard.charCodeAt(0);
    return this.heard !== "" && (first < 20 || first > 24);
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#socket.write(chunk, done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#socket.end(done);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#socket.destroy();
    done(error);
  }
}

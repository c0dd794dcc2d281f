import type { Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import type { NetError, Tls } from "../net.js";
import { failureOf, type Handshake, handshake } from "../tls/handshake.js";
import type { TrustStore } from "../tls/trust.js";
import { stoppedBy } from "../stopped.js";
import { Lines } from "./lines.js";
import type { Wire } from "./wire.js";

/** With whom TLS is made, and how. */
export type Securing = Pick<Handshake, "host" | "offer" | "context">;

/** A wire over an open socket, plain until `secure`. An aborted signal closes it, and whoever reads hears why. */
export class SocketWire implements Wire {
  readonly #raw: Socket;
  readonly #place: Securing;
  readonly #trust: TrustStore;
  readonly #signal: AbortSignal | undefined;
  readonly #began = performance.now();
  readonly #lines = new Lines();
  readonly #take = (chunk: Buffer): void => this.#lines.take(chunk);
  readonly #stop = (): void => this.#end(stoppedBy(this.#signal!));
  #secured: TLSSocket | undefined;

  constructor(raw: Socket, place: Securing, trust: TrustStore, signal?: AbortSignal) {
    this.#raw = raw;
    this.#place = place;
    this.#trust = trust;
    this.#signal = signal;
    raw.on("data", this.#take);
    raw.once("end", () => this.#lines.end("reset", "the server closed the connection"));
    raw.once("error", ({ message }) => this.#lines.end("reset", `the connection broke (${message})`));
    raw.once("close", () => this.#lines.end("reset", "the connection was closed"));
    signal?.addEventListener("abort", this.#stop);
    if (signal?.aborted) this.#stop();
  }

  elapsed(): number {
    return performance.now() - this.#began;
  }

  read(by: number): ReturnType<Wire["read"]> {
    return this.#lines.next(by - this.elapsed());
  }

  write(line: string): void {
    if (/[\r\n\0]/.test(line)) throw new TypeError("a command is one line");
    const channel = this.#secured ?? this.#raw;
    if (channel.writable) channel.write(`${line}\r\n`, "latin1");
  }

  /** Sends octets as they are, until the system has them or time is up: what is read next tells how that went. */
  send(octets: Uint8Array, by: number): Promise<void> {
    const channel = this.#secured ?? this.#raw;
    return new Promise((resolve) => {
      if (!channel.writable) return resolve();
      const timer = setTimeout(resolve, Math.max(by - this.elapsed(), 0));
      channel.write(octets, () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  unread(): string {
    return this.#lines.rest();
  }

  async secure(by: number): Promise<Tls> {
    this.#raw.removeListener("data", this.#take);
    const { host, offer, context } = this.#place;
    const within = by - this.elapsed();
    const { secured, tls } = await handshake(this.#raw, { host, offer, context, trust: this.#trust, within }).catch(
      (error: NetError) => {
        throw this.#signal?.aborted ? stoppedBy(this.#signal) : error;
      },
    );
    this.#secured = secured;
    secured.on("data", this.#take);
    secured.once("error", (error) => this.#end(failureOf(error)));
    secured.once("end", () => this.#lines.end("reset", "the server closed the connection"));
    return tls;
  }

  close(): void {
    this.#signal?.removeEventListener("abort", this.#stop);
    if (this.#secured) this.#secured.destroySoon();
    else this.#raw.destroySoon();
  }

  #end({ code, message, said }: NetError): void {
    this.#lines.end(code, message, said);
    this.#raw.destroy();
  }
}

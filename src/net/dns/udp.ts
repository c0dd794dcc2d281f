import dgram from "node:dgram";
import type { Endpoint } from "../resolvers.js";
import { Ids, random16, type Shot } from "./shot.js";

/** A socket is replaced after so many questions or milliseconds, so that its port cannot be learnt and used. */
const questionsEach = 64;
const ageMost = 10_000;

/** Some sockets connected to one server and to no other, so that the kernel drops what comes from elsewhere. */
export class UdpPool {
  readonly #server: Endpoint;
  readonly #sockets: (Socket | undefined)[];

  constructor(server: Endpoint, size: number) {
    this.#server = server;
    this.#sockets = Array.from({ length: size });
  }

  /**
   * Sends from a random socket under a random id. `careful`: a failure to send is heard of, at some cost; for a server
   * that has not answered yet.
   */
  send(packet: Buffer, shot: Shot, now: number, careful: boolean): void {
    const slot = random16() % this.#sockets.length;
    let socket = this.#sockets[slot];
    if (!socket || socket.isSpent(now)) {
      socket?.retire();
      socket = this.#sockets[slot] = new Socket(this.#server, now);
    }
    socket.send(packet, shot, careful);
  }

  close(): void {
    for (const [slot, socket] of this.#sockets.entries()) {
      socket?.retire();
      this.#sockets[slot] = undefined;
    }
  }
}

class Socket {
  readonly #ids = new Ids(() => this.#closeIfDone());
  readonly #socket: dgram.Socket;
  readonly #until: number;
  #used = 0;
  #retired = false;
  #closed = false;
  #error: Error | undefined;
  /** What waits for the socket to be connected. */
  #waiting: (() => void)[] | undefined = [];

  constructor({ ip, port }: Endpoint, now: number) {
    const family = ip.includes(":") ? 6 : 4;
    this.#until = now + ageMost;
    this.#socket = dgram.createSocket({
      type: `udp${family}`,
      // The address is one already; answering at once saves a turn of the event loop for each socket.
      lookup: (host, _options, done) => done(null, host, family),
    });
    this.#socket.unref();
    this.#socket.on("message", (bytes) => this.#ids.heard(bytes));
    this.#socket.on("error", (error) => this.#fail(error));
    this.#socket.once("connect", () => {
      const waiting = this.#waiting ?? [];
      this.#waiting = undefined;
      for (const send of waiting) send();
    });
    this.#socket.once("listening", () => this.#socket.connect(port, ip));
    this.#socket.bind({ port: 0, exclusive: true });
  }

  isSpent(now: number): boolean {
    return this.#closed || this.#used >= questionsEach || now > this.#until;
  }

  send(packet: Buffer, shot: Shot, careful: boolean): void {
    this.#used++;
    this.#ids.take(shot, packet, 0);
    if (this.#error) queueMicrotask(() => this.#ids.lost(this.#error!));
    else if (this.#waiting) this.#waiting.push(() => this.#ids.has(shot) && this.#put(packet, careful));
    else this.#put(packet, careful);
  }

  /** No more questions; closed when the last that is out is over. */
  retire(): void {
    this.#retired = true;
    this.#closeIfDone();
  }

  #put(packet: Buffer, careful: boolean): void {
    if (this.#closed) return;
    if (careful) this.#socket.send(packet, (error) => error && this.#fail(error));
    else this.#socket.send(packet);
  }

  #closeIfDone(): void {
    if (!this.#retired || this.#closed || this.#ids.size > 0) return;
    this.#closed = true;
    this.#socket.close();
  }

  #fail(error: Error): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#error = error;
    this.#socket.close();
    this.#ids.lost(error);
  }
}

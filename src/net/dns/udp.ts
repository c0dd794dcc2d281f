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

  /** Sends from a random socket under a random id, which is written into the packet. Gives back what calls it off. */
  send(packet: Buffer, shot: Shot, careful: boolean): () => void {
    const slot = random16() % this.#sockets.length;
    let socket = this.#sockets[slot];
    if (!socket || socket.spent) {
      socket?.retire();
      socket = this.#sockets[slot] = new Socket(this.#server);
    }
    return socket.send(packet, shot, careful);
  }

  close(): void {
    for (const [slot, socket] of this.#sockets.entries()) {
      socket?.retire();
      this.#sockets[slot] = undefined;
    }
  }
}

class Socket {
  readonly #ids = new Ids();
  readonly #socket: dgram.Socket;
  readonly #until = performance.now() + ageMost;
  #used = 0;
  #retired = false;
  #broken = false;
  #waiting: (() => void)[] | undefined = [];

  constructor({ ip, port }: Endpoint) {
    const family = ip.includes(":") ? 6 : 4;
    this.#socket = dgram.createSocket({
      type: `udp${family}`,
      // The address is one already; answering at once saves a turn of the event loop for each socket.
      lookup: (host, _options, done) => done(null, host, family),
    });
    this.#socket.unref();
    this.#socket.on("message", (bytes) => {
      this.#ids.heard(bytes);
      this.#closeIfDone();
    });
    this.#socket.on("error", (error) => this.#fail(error));
    this.#socket.once("connect", () => {
      const waiting = this.#waiting ?? [];
      this.#waiting = undefined;
      for (const send of waiting) send();
    });
    this.#socket.once("listening", () => this.#socket.connect(port, ip));
    this.#socket.bind({ port: 0, exclusive: true });
  }

  get spent(): boolean {
    return this.#broken || this.#used >= questionsEach || performance.now() > this.#until;
  }

  /** `careful`: a failure to send is heard of, at some cost; for a server that has not answered yet. */
  send(packet: Buffer, shot: Shot, careful: boolean): () => void {
    const id = this.#ids.take(shot);
    this.#used++;
    packet.writeUInt16BE(id, 0);
    const send = (): void => {
      if (this.#broken || !this.#ids.shots.has(id)) return;
      this.#socket.send(packet, careful ? (error) => error && this.#fail(error) : undefined);
    };
    if (this.#waiting) this.#waiting.push(send);
    else send();
    return () => {
      this.#ids.shots.delete(id);
      this.#closeIfDone();
    };
  }

  /** No more questions; closed when the last that is out is over. */
  retire(): void {
    this.#retired = true;
    this.#closeIfDone();
  }

  #closeIfDone(): void {
    if (!this.#retired || this.#broken || this.#ids.shots.size > 0) return;
    this.#broken = true;
    this.#socket.close();
  }

  #fail(error: Error): void {
    if (this.#broken) return;
    this.#broken = true;
    this.#socket.close();
    this.#ids.lost(error);
  }
}

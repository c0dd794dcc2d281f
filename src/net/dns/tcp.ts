import net from "node:net";
import type { Endpoint } from "../resolvers.js";
import { Ids, type Shot } from "./shot.js";

/** Milliseconds a connection stays open without a question. */
const idle = 2_000;

/** DNS over TCP to one server: one connection, questions pipelined, opened when needed (RFC 7766). */
export class TcpLine {
  readonly #server: Endpoint;
  #connection: Connection | undefined;

  constructor(server: Endpoint) {
    this.#server = server;
  }

  send(packet: Buffer, shot: Shot): void {
    if (!this.#connection?.usable) this.#connection = new Connection(this.#server);
    this.#connection.send(packet, shot);
  }

  close(): void {
    this.#connection?.close();
    this.#connection = undefined;
  }
}

class Connection {
  /** A connection that never came about is not waited for when nobody needs it. */
  readonly #ids = new Ids(() => this.#socket.connecting && this.close());
  readonly #socket: net.Socket;
  #arrived: Buffer[] = [];
  #size = 0;
  /** Octets from which on there is something to read: a length, then the message it announces. */
  #wanted = 2;
  usable = true;

  constructor({ ip, port }: Endpoint) {
    this.#socket = net.connect({ host: ip, port, noDelay: true });
    this.#socket.unref();
    this.#socket.setTimeout(idle, () => this.#ids.size === 0 && this.close());
    this.#socket.on("data", (bytes: Buffer) => this.#take(bytes));
    this.#socket.on("error", (error) => this.#fail(error));
    this.#socket.on("close", () => this.#fail(new Error("the connection was closed before the answer")));
  }

  send(packet: Buffer, shot: Shot): void {
    const framed = Buffer.allocUnsafe(2 + packet.length);
    framed.writeUInt16BE(packet.length, 0);
    packet.copy(framed, 2);
    this.#ids.take(shot, framed, 2);
    this.#socket.write(framed);
  }

  close(): void {
    this.usable = false;
    this.#socket.destroy();
  }

  #take(bytes: Buffer): void {
    this.#arrived.push(bytes);
    this.#size += bytes.length;
    while (this.usable && this.#size >= this.#wanted) {
      const all = Buffer.concat(this.#arrived);
      const length = all.readUInt16BE(0);
      if (length === 0) return this.#fail(new Error("a message without any octets"));
      const end = 2 + length;
      const whole = all.length >= end;
      const rest = whole ? all.subarray(end) : all;
      this.#arrived = [rest];
      this.#size = rest.length;
      this.#wanted = whole ? 2 : end;
      if (whole) this.#ids.heard(all.subarray(2, end));
    }
  }

  #fail(error: Error): void {
    this.close();
    this.#ids.lost(error);
  }
}

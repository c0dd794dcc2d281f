import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { type SecureContextOptions, TLSSocket } from "node:tls";

/** The server's end of a connection, for misbehaving on it. */
export class Talk {
  /** What the client said, a line each. */
  readonly heard: string[] = [];
  readonly #plain: Socket;
  #socket: Socket;
  #buffer = "";
  #wake: (() => void) | undefined;

  constructor(socket: Socket) {
    this.#plain = socket;
    this.#socket = socket;
    this.#listen(socket);
  }

  /** Sends octets as they are. */
  say(text: string): void {
    this.#socket.write(Buffer.from(text, "latin1"));
  }

  /** The next line of the client; never comes if the client has gone. */
  async hear(): Promise<string> {
    for (;;) {
      const end = this.#buffer.indexOf("\r\n");
      if (end >= 0) {
        const line = this.#buffer.slice(0, end);
        this.#buffer = this.#buffer.slice(end + 2);
        this.heard.push(line);
        return line;
      }
      await new Promise<void>((wake) => (this.#wake = wake));
    }
  }

  /** Hears one line after the other and gives each its answer, in turn. */
  async answer(...answers: string[]): Promise<void> {
    for (const text of answers) {
      await this.hear();
      this.say(text);
    }
  }

  /** Whatever comes first, a ClientHello say. */
  async something(): Promise<void> {
    while (this.#buffer === "") await new Promise<void>((wake) => (this.#wake = wake));
  }

  async secure(options: SecureContextOptions & { requestCert?: boolean; rejectUnauthorized?: boolean }): Promise<void> {
    this.#plain.removeAllListeners("data");
    const secured = new TLSSocket(this.#plain, { isServer: true, ...options });
    this.#socket = secured;
    this.#listen(secured);
    await once(secured, "secure");
  }

  /** Until the client has surely seen that the connection is open. */
  pause(): Promise<void> {
    return new Promise((later) => setTimeout(later, 20));
  }

  end(): void {
    this.#socket.end();
  }

  reset(): void {
    this.#plain.resetAndDestroy();
  }

  #listen(socket: Socket): void {
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      this.#buffer += chunk.toString("latin1");
      this.#wake?.();
    });
  }
}

export interface Scripted {
  port: number;
  /** The connections so far. */
  talks: Talk[];
  close(): Promise<void>;
}

/** A server on loopback that treats each connection as told. */
export async function scripted(play: (talk: Talk) => void | Promise<void>): Promise<Scripted> {
  const talks: Talk[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.once("close", () => sockets.delete(socket)));
    const talk = new Talk(socket);
    talks.push(talk);
    Promise.resolve(play(talk)).catch(() => {});
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    talks,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

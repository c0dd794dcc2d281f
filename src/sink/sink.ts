import { createServer } from "node:net";
import { createSecureContext, type SecureContext } from "node:tls";
import { bounds } from "../bounds.js";
import type { Mail } from "./mail.js";
import { type Host, Session } from "./session.js";

export interface SinkOptions {
  address: string;
  /** 0 for any that is free. */
  port: number;
  /** It ends by itself after so many messages. */
  count?: number;
  /** The name in its banner. */
  name: string;
  /** PEM; asked for when the first client wants TLS. */
  certificate(): { key: string; cert: string };
  /** What did not go well with a client, in a line; hostile text. */
  remark?(text: string): void;
  patience?: Host["patience"];
}

export interface Received extends Mail {
  /** Counted from 1: `message-1.eml`. */
  name: string;
}

/** A place that takes mail while it is open. */
export interface Sink {
  port: number;
  /** Messages as they come; ends when the sink was ended and all have been handed out. */
  mail(): AsyncGenerator<Received>;
  /** How many came. */
  readonly count: number;
  /** Takes no further message. */
  end(): void;
  /** A message is done with. */
  judged(name: string): void;
  /** Ends it, and sends away who is still there. */
  close(): Promise<void>;
}

/** Opens an SMTP server that takes every message to any recipient and passes none on; rejects when it cannot listen. */
export async function openSink(options: SinkOptions): Promise<Sink> {
  const { address, port, count = Infinity, name, certificate, remark = () => {}, patience = bounds.sink } = options;
  const sessions = new Set<Session>();
  const queue: Received[] = [];
  const holding = new Map<string, number>();
  let held = 0;
  let taken = 0;
  let open = true;
  let arrived = (): void => {};
  let context: SecureContext | undefined;
  const end = (): void => {
    open = false;
    arrived();
  };
  const host: Host = {
    name,
    patience,
    remark,
    get open() {
      return open;
    },
    secure: () => (context ??= createSecureContext(certificate())),
    room(octets) {
      if (held + octets > bounds.sink.held) return false;
      held += octets;
      return true;
    },
    release: (octets) => void (held -= octets),
    take(mail, octets) {
      const name = `message-${++taken}.eml`;
      holding.set(name, octets);
      queue.push({ ...mail, name });
      if (taken >= count) end();
      arrived();
      return name;
    },
  };
  const server = createServer((socket) => {
    if (sessions.size >= bounds.sink.clients || !open) {
      socket.on("error", () => {});
      socket.end(`421 4.3.2 ${open ? "too many clients at once" : "the sink ends"}\r\n`, () => socket.destroy());
      return;
    }
    const session = new Session(socket, host);
    sessions.add(session);
    socket.once("close", () => sessions.delete(session));
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, address, resolve));
  server.on("error", () => {});
  return {
    port: (server.address() as { port: number }).port,
    async *mail() {
      for (;;) {
        const next = queue.shift();
        if (next) yield next;
        else if (!open) return;
        else await new Promise<void>((resolve) => (arrived = resolve));
      }
    },
    get count() {
      return taken;
    },
    end,
    judged(name) {
      host.release(holding.get(name) ?? 0);
      holding.delete(name);
    },
    close: () =>
      new Promise((resolve) => {
        end();
        // Who has just been told that its message was taken may say QUIT.
        const late = setTimeout(() => sessions.forEach((session) => session.end()), bounds.sink.farewell);
        server.close(() => {
          clearTimeout(late);
          resolve();
        });
      }),
  };
}

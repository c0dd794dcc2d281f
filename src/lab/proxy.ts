import { createSocket, type RemoteInfo } from "node:dgram";
import { connect, createServer, type Socket } from "node:net";

/** What a proxy does to what passes; chances are from 0 to 1, and the same seed gives the same misfortunes. */
export interface Faults {
  seed?: number;
  /** Milliseconds each way. */
  delay?: number;
  /** Datagrams lost, answered twice, answered under another id before the true answer, or cut short and marked so. */
  loss?: number;
  duplicate?: number;
  wrongId?: number;
  truncate?: number;
  /** Octets of a stream that pass at a time, one such piece each `every` milliseconds. */
  drip?: { octets: number; every: number };
  /** Octets from the server after which the stream is reset. */
  resetAfter?: number;
}

export interface Proxy {
  port: number;
  /** How many datagrams or streams passed, and how many each fault met. */
  counts: Record<"passed" | "lost" | "doubled" | "forged" | "cut" | "reset", number>;
  close(): Promise<void>;
}

type To = { host: string; port: number };

const noCounts = (): Proxy["counts"] => ({ passed: 0, lost: 0, doubled: 0, forged: 0, cut: 0, reset: 0 });

/** A generator of numbers from 0 to 1 by its seed alone (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A proxy for DNS over UDP, on loopback. */
export async function proxyDatagrams(to: To, faults: Faults = {}): Promise<Proxy> {
  const { delay = 0, loss = 0, duplicate = 0, wrongId = 0, truncate = 0 } = faults;
  const chance = chances(faults.seed ?? 1);
  const counts = noCounts();
  const front = createSocket("udp4");
  const backs = new Set<ReturnType<typeof createSocket>>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const later = (what: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      what();
    }, delay);
    timers.add(timer);
  };
  const lost = (): boolean => {
    if (chance() >= loss) return false;
    counts.lost++;
    return true;
  };
  const answer = (message: Buffer, { port, address }: RemoteInfo): void => {
    const send = (octets: Buffer): void => front.send(octets, port, address);
    if (chance() < wrongId) {
      counts.forged++;
      const forged = Buffer.from(message);
      forged.writeUInt16BE(forged.readUInt16BE(0) ^ 0xffff, 0);
      send(forged);
    }
    if (message.length > 12 && chance() < truncate) {
      counts.cut++;
      return send(truncated(message));
    }
    counts.passed++;
    send(message);
    if (chance() >= duplicate) return;
    counts.doubled++;
    send(message);
  };
  front.on("message", (question, client) => {
    if (lost()) return;
    later(() => {
      const back = createSocket("udp4");
      backs.add(back);
      const forget = setTimeout(() => drop(), 5_000);
      timers.add(forget);
      const drop = (): void => {
        clearTimeout(forget);
        timers.delete(forget);
        if (backs.delete(back)) back.close();
      };
      back.once("message", (message) => {
        drop();
        if (!lost()) later(() => answer(message, client));
      });
      back.on("error", drop);
      back.send(question, to.port, to.host);
    });
  });
  await new Promise<void>((resolve, reject) => {
    front.once("error", reject);
    front.bind(0, "127.0.0.1", resolve);
  });
  return {
    port: front.address().port,
    counts,
    async close() {
      for (const timer of timers) clearTimeout(timer);
      for (const back of backs) back.close();
      await new Promise<void>((resolve) => front.close(() => resolve()));
    },
  };
}

/** The header and the question, with the mark that there is more (RFC 1035 §4.1.1). */
function truncated(message: Buffer): Buffer {
  let end = 12;
  while (end < message.length && message[end] !== 0) end += message[end]! + 1;
  const cut = Buffer.from(message.subarray(0, Math.min(message.length, end + 5)));
  cut[2]! |= 0x02;
  cut.fill(0, 6, 12);
  return cut;
}

/** A proxy for a stream, on loopback: DNS over TCP, SMTP, HTTPS. */
export async function proxyStream(to: To, faults: Faults = {}): Promise<Proxy> {
  const counts = noCounts();
  const open = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    open.add(socket);
    socket.on("error", () => {});
    socket.once("close", () => open.delete(socket));
    return socket;
  };
  const server = createServer((client) => {
    counts.passed++;
    const behind = keep(connect({ host: to.host, port: to.port }));
    keep(client);
    let seen = 0;
    const reset = (): void => {
      counts.reset++;
      client.resetAndDestroy();
      behind.destroy();
    };
    pass(client, behind, faults);
    pass(behind, client, faults, (octets) => {
      seen += octets;
      if (faults.resetAfter === undefined || seen < faults.resetAfter) return true;
      reset();
      return false;
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as { port: number }).port,
    counts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

/** Hands on what comes, in its order, as late and as slowly as asked; `may` sees each piece and can end it all. */
function pass(
  from: Socket,
  to: Socket,
  { delay = 0, drip }: Faults,
  may: (octets: number) => boolean = () => true,
): void {
  let queue = Promise.resolve();
  const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const hand = (piece: Buffer): void => {
    if (!to.destroyed && may(piece.length)) to.write(piece);
  };
  from.on("data", (chunk: Buffer) => {
    const due = performance.now() + delay;
    queue = queue.then(async () => {
      const left = due - performance.now();
      if (left > 0) await wait(left);
      if (!drip) return hand(chunk);
      for (let at = 0; at < chunk.length && !to.destroyed; at += drip.octets) {
        hand(chunk.subarray(at, at + drip.octets));
        await wait(drip.every);
      }
    });
  });
  from.on("end", () => void (queue = queue.then(() => void to.end())));
  from.on("close", () => void queue.then(() => to.destroySoon()));
}

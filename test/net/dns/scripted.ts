import dgram from "node:dgram";
import net from "node:net";
import { DnsClient, type DnsOptions } from "../../../src/net/dns/client.js";
import { type Message, readMessage, writeMessage } from "../../../src/net/dns/message.js";
import type { Endpoint } from "../../../src/net/resolvers.js";

/** A question that came to the scripted server, and ways to answer it. */
export interface Came {
  query: Message;
  over: "udp" | "tcp";
  /** Its number among all questions, from 1; and among those of its transport. */
  nth: number;
  nthOver: number;
  /** Sends a message, completed to a response to this question, or octets as they are. */
  send(what: Partial<Message> | Buffer): void;
  /** The octets `send` would send. */
  write(what: Partial<Message>): Buffer;
  /** Sends octets from another socket. */
  sendFromElsewhere(bytes: Buffer): void;
  /** The port it came from, over UDP. */
  from?: number;
  /** The connection, over TCP. */
  socket?: net.Socket;
}
export type Script = (came: Came) => unknown;

export interface Scripted extends Endpoint {
  /** What came, in order. */
  questions: Came[];
  close(): Promise<void>;
}

/** A name server on a port of loopback that is free for UDP and TCP; does what the script says and nothing else. */
export async function scripted(script: Script, options: { tcp?: boolean; ip?: string } = {}): Promise<Scripted> {
  for (;;) {
    const server = await attempted(script, options);
    if (server) return server;
  }
}

/** Nothing when the system's choice for UDP is taken for TCP. */
async function attempted(
  script: Script,
  { tcp = true, ip = "127.0.0.1" }: { tcp?: boolean; ip?: string },
): Promise<Scripted | undefined> {
  const udp = dgram.createSocket("udp4");
  const stranger = dgram.createSocket("udp4");
  const questions: Came[] = [];
  const sockets = new Set<net.Socket>();
  let closed = false;
  const took = (bytes: Buffer, over: Came["over"], out: (bytes: Buffer) => void, more: Partial<Came>): void => {
    const read = readMessage(bytes);
    if (!read.ok) throw new Error(read.error);
    const query = read.message;
    const write = (what: Partial<Message>): Buffer =>
      writeMessage({ id: query.id, response: true, rd: query.rd, ra: true, questions: query.questions, ...what });
    const came: Came = {
      query,
      over,
      nth: questions.length + 1,
      nthOver: questions.filter((other) => other.over === over).length + 1,
      write,
      send: (what) => out(Buffer.isBuffer(what) ? what : write(what)),
      sendFromElsewhere() {},
      ...more,
    };
    questions.push(came);
    script(came);
  };
  udp.on("message", (bytes, { port, address }) =>
    took(bytes, "udp", (answer) => void (closed || udp.send(answer, port, address)), {
      from: port,
      sendFromElsewhere: (answer) => stranger.send(answer, port, address),
    }),
  );
  const listener = net.createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    let arrived: Buffer = Buffer.alloc(0);
    socket.on("data", (bytes: Buffer) => {
      arrived = Buffer.concat([arrived, bytes]);
      while (arrived.length >= 2 && arrived.length >= 2 + arrived.readUInt16BE(0)) {
        const end = 2 + arrived.readUInt16BE(0);
        const one = arrived.subarray(2, end);
        arrived = arrived.subarray(end);
        took(one, "tcp", (answer) => socket.write(framed(answer)), { socket });
      }
    });
  });
  await new Promise<void>((resolve) => void udp.bind(0, ip, resolve));
  const free = await new Promise<boolean>((resolve) => {
    if (!tcp) return resolve(true);
    listener.once("error", () => resolve(false));
    listener.listen(udp.address().port, ip, () => resolve(true));
  });
  if (!free) {
    udp.close();
    stranger.close();
    return undefined;
  }
  return {
    ip,
    port: udp.address().port,
    questions,
    async close() {
      closed = true;
      for (const socket of sockets) socket.destroy();
      stranger.close();
      udp.close();
      if (tcp) await new Promise((resolve) => listener.close(resolve));
    },
  };
}

export function framed(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** A client that is in a hurry. */
export const hurried = (servers: readonly Endpoint[], patience: NonNullable<DnsOptions["patience"]> = {}): DnsClient =>
  new DnsClient({
    resolvers: servers.map(({ ip, port }) => ({ ip, port })),
    patience: { tries: 4, firstWait: { least: 30, most: 30 }, total: 700, ...patience },
  });
